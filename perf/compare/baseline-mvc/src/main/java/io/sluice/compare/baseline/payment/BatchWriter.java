package io.sluice.compare.baseline.payment;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Many payments in one transaction of two statements, one for those that are new and one for those that end. */
@Component
@ConditionalOnProperty(name = "baseline.writes", havingValue = "gathered")
class BatchWriter {
    private static final String ACCEPT = """
        with written as (
            insert into payment (payment_id, idempotency_key, fingerprint, merchant_order_no, amount_minor, currency,
                method, description, state, created_at, updated_at)
            select payment_id, key, decode(fingerprint, 'hex'), order_no, amount, currency, method, description,
                state, at, at
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::timestamptz[]) as w (
                payment_id, key, fingerprint, order_no, amount, currency, method, description, state, at)
            on conflict (idempotency_key) do nothing
            returning payment_id),
        logged as (
            insert into outbox (payment_id, type, at, body)
            select payment_id, type, at, body
            from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[]) as e (payment_id, type, at, body)
            where payment_id in (select payment_id from written))
        select payment_id from written\
        """;

    /** {@code any} keeps the plan on the key while the table is small. */
    private static final String CONCLUDE = """
        with written as (
            update payment p set state = w.state, channel_reference = w.reference, updated_at = w.at
            from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[]) as w (payment_id, state, reference, at)
            where p.payment_id = w.payment_id and p.payment_id = any(?::uuid[]) and p.state = 'PROCESSING'
            returning p.payment_id),
        logged as (
            insert into outbox (payment_id, type, at, body)
            select payment_id, type, at, body
            from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[]) as e (payment_id, type, at, body)
            where payment_id in (select payment_id from written))
        select payment_id from written\
        """;

    private final DataSource database;

    BatchWriter(DataSource database) {
        this.database = database;
    }

    /** @return the ids of those that were written, after the commit */
    Set<UUID> write(List<GatheredPayments.Write> batch) {
        try (Connection connection = database.getConnection()) {
            Set<UUID> written = new HashSet<>();
            written.addAll(accept(
                    connection, batch.stream().filter(each -> each.isNew()).toList()));
            written.addAll(conclude(
                    connection, batch.stream().filter(each -> !each.isNew()).toList()));
            connection.commit();
            return written;
        } catch (SQLException e) {
            throw new IllegalStateException("the batch was not written: " + e.getMessage(), e);
        }
    }

    private static Set<UUID> accept(Connection connection, List<GatheredPayments.Write> writes) throws SQLException {
        if (writes.isEmpty()) {
            return Set.of();
        }
        try (var columns = new Columns(connection, ACCEPT, writes)) {
            columns.add("uuid", w -> w.payment().id());
            columns.add("text", w -> w.payment().idempotencyKey());
            columns.add("text", w -> HexFormat.of().formatHex(w.payment().fingerprint()));
            columns.add("text", w -> w.payment().merchantOrderNo());
            columns.add("int8", w -> w.payment().amountMinor());
            columns.add("text", w -> w.payment().currency());
            columns.add("text", w -> w.payment().method());
            columns.add("text", w -> w.payment().description());
            columns.add("text", w -> w.payment().state());
            columns.add("timestamptz", w -> Timestamp.from(w.payment().createdAt()));
            return columns.addEvents().ids();
        }
    }

    private static Set<UUID> conclude(Connection connection, List<GatheredPayments.Write> writes) throws SQLException {
        if (writes.isEmpty()) {
            return Set.of();
        }
        try (var columns = new Columns(connection, CONCLUDE, writes)) {
            columns.add("uuid", w -> w.payment().id());
            columns.add("text", w -> w.payment().state());
            columns.add("text", w -> w.payment().channelReference());
            columns.add("timestamptz", w -> Timestamp.from(w.payment().updatedAt()));
            columns.add("uuid", w -> w.payment().id());
            return columns.addEvents().ids();
        }
    }

    private interface Column {
        @Nullable Object of(GatheredPayments.Write write);
    }

    /** The arrays of one statement. */
    private static final class Columns implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<GatheredPayments.Write> rows;
        private int last;

        Columns(Connection connection, String sql, List<GatheredPayments.Write> rows) throws SQLException {
            this.connection = connection;
            this.statement = connection.prepareStatement(sql);
            this.rows = rows;
        }

        void add(String type, Column value) throws SQLException {
            Array array =
                    connection.createArrayOf(type, rows.stream().map(value::of).toArray());
            statement.setArray(++last, array);
        }

        Columns addEvents() throws SQLException {
            add("uuid", w -> w.event().paymentId());
            add("text", w -> w.event().type());
            add("timestamptz", w -> Timestamp.from(w.event().at()));
            add("text", w -> w.event().body());
            return this;
        }

        Set<UUID> ids() throws SQLException {
            Set<UUID> ids = new HashSet<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getObject(1, UUID.class));
                }
            }
            return ids;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
