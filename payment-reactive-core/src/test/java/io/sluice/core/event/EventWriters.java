package io.sluice.core.event;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writers that compete for the same payments, each on a connection of its own: they read versions, decide, and write
 * one or several payments in a transaction that is short or long and now and then rolled back.
 */
public final class EventWriters implements AutoCloseable {

    public static final MerchantId MERCHANT = MerchantId.next();

    private static final String INSERT = "insert into sluice.payment_event"
            + " (merchant_id, payment_id, sequence, event_id, type, from_state, to_state, reason, at, body, traceparent)"
            + " values (?, ?, ?, ?, ?, '', '', '', now() - make_interval(days => ?), ?, ?)";

    private final EventDatabase database;
    private final List<UUID> payments;
    private final AtomicBoolean enough = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    public EventWriters(EventDatabase database, int payments) {
        this.database = database;
        this.payments = Stream.generate(PaymentId::next)
                .limit(payments)
                .map(PaymentId::value)
                .sorted()
                .toList();
        this.payments.forEach(id -> database.execute("insert into public.version values ('" + id + "', 0)"));
    }

    public EventWriters start(int writers, long seed) {
        IntStream.range(0, writers)
                .mapToObj(i -> Thread.ofPlatform().name("writer-" + i).start(() -> write(new Random(seed + i))))
                .forEach(threads::add);
        return this;
    }

    /** One event of each payment, in one transaction a payment. */
    public void writeOnce() {
        try (Connection connection = database.connect()) {
            for (UUID payment : payments) {
                append(connection, payment, version(connection, payment), 0);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until every writer has ended its last transaction. */
    @Override
    public void close() {
        enough.set(true);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a writer failed", failures.getFirst());
        }
    }

    private void write(Random random) {
        try (Connection connection = database.connect()) {
            while (!enough.get()) {
                transaction(connection, random);
            }
        } catch (SQLException | RuntimeException e) {
            synchronized (failures) {
                failures.add(e);
            }
        }
    }

    private void transaction(Connection connection, Random random) throws SQLException {
        List<UUID> chosen = random.ints(1 + random.nextInt(3), 0, payments.size())
                .distinct()
                .sorted()
                .mapToObj(payments::get)
                .toList();
        List<Integer> versions = new ArrayList<>();
        for (UUID payment : chosen) {
            versions.add(version(connection, payment));
        }
        connection.setAutoCommit(false);
        boolean current = true;
        for (int i = 0; i < chosen.size() && current; i++) {
            current = append(connection, chosen.get(i), versions.get(i), random.nextInt(20));
            linger(random);
        }
        if (!current || random.nextInt(8) == 0) {
            connection.rollback();
        } else {
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private static void linger(Random random) {
        try {
            Thread.sleep(random.nextInt(15) == 0 ? 60 + random.nextInt(200) : random.nextInt(3));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int version(Connection connection, UUID payment) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select version from public.version where payment_id = ?")) {
            select.setObject(1, payment);
            ResultSet rows = select.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }

    private static boolean append(Connection connection, UUID payment, int version, int daysAgo) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update public.version set version = version + 1 where payment_id = ? and version = ?")) {
            update.setObject(1, payment);
            update.setInt(2, version);
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        insert(connection, payment, version + 1, daysAgo);
        return true;
    }

    private static void insert(Connection connection, UUID payment, int sequence, int daysAgo) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, MERCHANT.value());
            insert.setObject(2, payment);
            insert.setInt(3, sequence);
            insert.setObject(4, UUID.randomUUID());
            insert.setString(5, sequence % 2 == 1 ? "payment.created" : "payment.succeeded");
            insert.setInt(6, daysAgo);
            insert.setString(7, "{\"sequence\":" + sequence + "}");
            insert.setString(8, sequence % 2 == 1 ? "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" : null);
            insert.executeUpdate();
        }
    }
}
