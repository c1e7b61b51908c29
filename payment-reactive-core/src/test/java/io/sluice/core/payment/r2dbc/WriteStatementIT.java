package io.sluice.core.payment.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.Payments.Acceptance;
import io.sluice.core.payment.Payments.Acceptance.Accepted;
import io.sluice.core.payment.Payments.Recording;
import io.sluice.core.payment.Payments.Recording.Recorded;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.Transition;
import io.sluice.sandbox.servers.FaultProxy;
import io.sluice.sandbox.servers.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is particular to PostgreSQL: backends that outlive their connections, and plans. */
class WriteStatementIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static PaymentsDatabase database;
    private static FaultProxy proxy;
    private static R2dbcPayments payments;

    private final MerchantId merchant = MerchantId.next();
    private final AcceptPayment command = PaymentFixtures.command(merchant, "k", "{}");
    private final Transition acceptance = PaymentFixtures.acceptance(command);

    @BeforeAll
    static void connect() {
        database = PaymentsDatabase.fresh();
        proxy = TestServers.proxyTo(TestServers.postgres());
        ConnectionFactory proxied =
                ConnectionFactories.get(database.where().through(proxy).r2dbcUrl());
        payments = new R2dbcPayments(proxied, proxied, GatheringOptions.named("payments"), new SimpleMeterRegistry());
        payments.ready().block(LIMIT);
    }

    @AfterAll
    static void disconnect() {
        payments.close().block(LIMIT);
        proxy.close();
    }

    @Test
    void anOldBackendThatCommitsBeforeTheNewOneIsTheSameAcceptance() throws Exception {
        CompletableFuture<Acceptance> answer;
        try (Connection blocker = database.connect()) {
            holdKey(blocker);
            answer = payments.accept(acceptance, command.idempotency()).toFuture();
            awaitBackendsThatWait(1);
            proxy.cut();
            awaitBackendsThatWait(2);
            blocker.rollback();
        }

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(new Accepted(acceptance.after()));
        assertThat(database.query("select count(*) from sluice.payment where merchant_id = '" + merchant.value() + "'"))
                .containsExactly("1");
    }

    @Test
    void anOldBackendThatCommitsBeforeTheNewOneIsTheSameDecision() throws Exception {
        payments.accept(acceptance, command.idempotency()).block(LIMIT);
        Transition decision = paid(acceptance.after());
        CompletableFuture<Recording> answer;
        try (Connection blocker = database.connect()) {
            holdPayment(blocker);
            answer = payments.record(decision).toFuture();
            awaitBackendsThatWait(1);
            proxy.cut();
            awaitBackendsThatWait(2);
            blocker.rollback();
        }

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(new Recorded(decision.after()));
        assertThat(database.query("select sequence from sluice.payment_event where merchant_id = '" + merchant.value()
                        + "' order by position"))
                .containsExactly("1", "2");
    }

    @Test
    void aTerminatedBackendIsNoticed() throws Exception {
        CompletableFuture<Acceptance> answer;
        try (Connection blocker = database.connect()) {
            holdKey(blocker);
            answer = payments.accept(acceptance, command.idempotency()).toFuture();
            awaitBackendsThatWait(1);
            database.query("select pg_terminate_backend(pid) from pg_stat_activity where " + WAITING);
            awaitBackendsThatWait(1);
            blocker.rollback();
        }

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(new Accepted(acceptance.after()));
    }

    @Test
    void aBatchGoesByKeysOnEmptyTablesAlready() throws SQLException {
        String plan = plan();

        assertThat(plan)
                .containsPattern("Index Scan using payment_pkey on payment p")
                .contains("Index Cond: ((merchant_id = ANY ($1)) AND (payment_id = ANY ($2)))")
                .doesNotContain("Nested Loop", "Merge Join", "Seq Scan");
    }

    private String plan() throws SQLException {
        // A statement with parameters but without values is explained in the simple protocol only.
        String url = database.where().jdbcUrl() + "&preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String setting : WriteStatement.SESSION) {
                statement.execute(setting);
            }
            var lines = new StringBuilder();
            try (var rows = statement.executeQuery("explain (generic_plan) " + WriteSql.TEXT)) {
                while (rows.next()) {
                    lines.append(rows.getString(1)).append('\n');
                }
            }
            return lines.toString();
        }
    }

    private void holdKey(Connection blocker) throws SQLException {
        blocker.setAutoCommit(false);
        try (var insert = blocker.prepareStatement("insert into sluice.idempotency values (?, ?, ?, ?, ?, now())")) {
            insert.setObject(1, merchant.value());
            insert.setString(2, command.idempotency().route());
            insert.setString(3, command.idempotency().key());
            insert.setBytes(4, command.idempotency().fingerprint());
            insert.setObject(5, merchant.value());
            insert.executeUpdate();
        }
    }

    private void holdPayment(Connection blocker) throws SQLException {
        blocker.setAutoCommit(false);
        try (var lock = blocker.prepareStatement("select 1 from sluice.payment where merchant_id = ? for update")) {
            lock.setObject(1, merchant.value());
            lock.executeQuery();
        }
    }

    private static Transition paid(Payment payment) {
        ChannelOutcome paid = new ChannelOutcome.Approved(payment.amount(), "4200001");
        Conclusion conclusion = payment.concluded(payment.lastAttempt().id(), paid, PaymentFixtures.NOW.plusSeconds(1));
        return ((Conclusion.Changed) conclusion).transition();
    }

    private static final String WAITING = "wait_event_type = 'Lock' and datname = current_database()";

    private static void awaitBackendsThatWait(int number) {
        long end = System.nanoTime() + LIMIT.toNanos();
        String waiting = "select count(*) from pg_stat_activity where " + WAITING;
        while (!database.query(waiting).equals(List.of(String.valueOf(number)))) {
            assertThat(System.nanoTime()).as("the time this may take").isLessThan(end);
        }
    }
}
