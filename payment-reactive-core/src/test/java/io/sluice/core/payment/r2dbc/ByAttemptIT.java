package io.sluice.core.payment.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.Transition;
import io.sluice.sandbox.servers.FaultProxy;
import io.sluice.sandbox.servers.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads by attempt while connections break, and how PostgreSQL goes about them. */
class ByAttemptIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String LANE = "payments-by-attempt";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MerchantId merchant = MerchantId.next();
    private PaymentsDatabase database;
    private FaultProxy proxy;
    private R2dbcPayments payments;

    @BeforeEach
    void connect() {
        database = PaymentsDatabase.fresh();
        proxy = TestServers.proxyTo(TestServers.postgres());
        ConnectionFactory proxied =
                ConnectionFactories.get(database.where().through(proxy).r2dbcUrl());
        payments = new R2dbcPayments(proxied, proxied, GatheringOptions.named("payments"), meters);
        payments.ready().block(LIMIT);
    }

    @AfterEach
    void disconnect() {
        proxy.heal();
        payments.close().block(LIMIT);
        proxy.close();
    }

    @Test
    void whoNeverAsksOpensNothing() {
        int connections = proxy.connections();
        Payment payment = accepted();
        assertThat(proxy.connections()).isEqualTo(connections);
        assertThat(meters.find("sluice.gather.batch.size").tag("writer", LANE).meter())
                .isNull();

        assertThat(found(payment).join()).isEqualTo(payment);

        assertThat(proxy.connections()).isEqualTo(connections + 1);
    }

    @Test
    void asksAgainWhenTheConnectionIsLost() throws Exception {
        Payment payment = accepted();
        found(payment).join();
        proxy.stall();
        CompletableFuture<Payment> answer = found(payment);
        awaitSent(2);
        proxy.cut();
        proxy.heal();

        assertThat(answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(payment);
    }

    @Test
    void isRefusedSoonWhenTheStoreIsAway() {
        Payment payment = accepted();
        found(payment).join();
        proxy.refuse();
        long start = System.nanoTime();

        assertThat(error(found(payment))).isInstanceOf(StoreUnavailableException.class);
        assertThat(error(found(payment))).isInstanceOf(StoreUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void isRefusedWhenTheStoreIsSilent() {
        Payment payment = accepted();
        found(payment).join();
        proxy.stall();

        assertThat(error(found(payment))).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void goesByKeysOnEmptyTablesAlready() throws SQLException {
        assertGoesByKeys(plan());
    }

    @Test
    void goesByKeysOnFullTables() throws SQLException {
        fill();

        assertGoesByKeys(plan());
    }

    private static void assertGoesByKeys(String plan) {
        assertThat(plan)
                .containsSubsequence(
                        "Index Scan using attempt_pkey on attempt k",
                        "Index Cond: ((merchant_id = w.merchant_id) AND (attempt_id >= w.attempt_id))",
                        "Index Scan using payment_pkey on payment p",
                        "Index Cond: ((merchant_id = w.merchant_id) AND (payment_id >= k.payment_id))",
                        "Index Scan using attempt_of_payment on attempt a",
                        "Index Cond: ((merchant_id = w.merchant_id) AND (payment_id = k.payment_id))")
                .doesNotContain("Hash Join", "Merge Join", "Seq Scan", "Bitmap", "Materialize");
    }

    private String plan() throws SQLException {
        // A statement with parameters but without values is explained in the simple protocol only.
        String url = database.where().jdbcUrl() + "&preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String setting : ByAttempt.SESSION) {
                statement.execute(setting);
            }
            var lines = new StringBuilder();
            try (var rows = statement.executeQuery("explain (generic_plan) " + ByAttempt.SQL)) {
                while (rows.next()) {
                    lines.append(rows.getString(1)).append('\n');
                }
            }
            return lines.toString();
        }
    }

    /** One merchant has nearly all there is. */
    private void fill() throws SQLException {
        Payment one = accepted();
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into sluice.payment select (jsonb_populate_record(p,
                        jsonb_build_object('payment_id', md5('p' || i)::uuid))).*
                    from sluice.payment p, generate_series(1, 20000) i""");
            statement.execute("""
                    insert into sluice.attempt select (jsonb_populate_record(a,
                        jsonb_build_object('payment_id', md5('p' || i)::uuid, 'attempt_id', md5('a' || i)::uuid))).*
                    from sluice.attempt a, generate_series(1, 20000) i""");
            statement.execute("analyze sluice.payment, sluice.attempt");
        }
        assertThat(found(one).join()).isEqualTo(one);
    }

    private CompletableFuture<Payment> found(Payment payment) {
        AttemptId attempt = payment.lastAttempt().id();
        return payments.findByAttempt(merchant, attempt).toFuture();
    }

    private Payment accepted() {
        AcceptPayment command = PaymentFixtures.command(merchant, "k", "{}");
        Transition acceptance = PaymentFixtures.acceptance(command);
        payments.accept(acceptance, command.idempotency()).block(LIMIT);
        return acceptance.after();
    }

    private static Throwable error(CompletableFuture<Payment> answer) {
        return answer.handle((value, error) -> {
                    assertThat(error).as("answered %s", value).isNotNull();
                    return error;
                })
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private void awaitSent(long batches) {
        DistributionSummary sent =
                meters.get("sluice.gather.batch.size").tag("writer", LANE).summary();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (sent.count() < batches) {
            assertThat(System.nanoTime()).as("the time this may take").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
