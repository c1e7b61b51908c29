package io.sluice.core.settlement.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.audit.Actor;
import io.sluice.core.channel.Batch;
import io.sluice.core.channel.BatchLine;
import io.sluice.core.channel.BatchOutcome;
import io.sluice.core.channel.BatchTotals;
import io.sluice.core.gather.Patience;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.modification.model.ModificationFixtures;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.r2dbc.PaymentsDatabase;
import io.sluice.core.payment.r2dbc.R2dbcPayments;
import io.sluice.core.settlement.model.BatchBook;
import io.sluice.core.settlement.model.Settlement;
import io.sluice.core.settlement.model.SettlementState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Batches in PostgreSQL. */
class R2dbcSettlementsIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static PaymentsDatabase database;
    private static R2dbcPayments payments;
    private static R2dbcSettlements settlements;

    private final MerchantId merchant = MerchantId.next();
    private final ChannelAccountId account = PaymentFixtures.ROUTE.account();

    @BeforeAll
    static void connect() throws SQLException {
        database = PaymentsDatabase.fresh();
        ConnectionFactory factory = ConnectionFactories.get(database.where().r2dbcUrl());
        payments = new R2dbcPayments(factory, factory, Patience.named("payments"), new SimpleMeterRegistry());
        payments.ready().block(LIMIT);
        settlements = new R2dbcSettlements(factory);
        addAccount();
    }

    private static void addAccount() throws SQLException {
        UUID owner = UUID.randomUUID();
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("insert into sluice.merchant (merchant_id, name, test_mode, permits_per_second, burst)"
                    + " values ('" + owner + "', 'shop', true, 100, 100)");
            statement.execute(
                    "insert into sluice.channel_account (account_id, merchant_id, channel, settings, sealed_secrets)"
                            + " values ('" + PaymentFixtures.ROUTE.account().value() + "', '" + owner
                            + "', 'bank', '{}', '')");
        }
    }

    @AfterAll
    static void disconnect() {
        payments.close().block(LIMIT);
    }

    @Test
    void aDayHasOneSettlementWhoeverMakesIt() {
        Settlement due = due(LocalDate.of(2020, 1, 1));
        settlements.open(due).then(settlements.open(due)).block(LIMIT);
        Settlement asked = due.counted(new BatchBook(BatchTotals.NOTHING, 0), Instant.EPOCH);
        assertThat(settlements.save(asked).block(LIMIT)).isTrue();
        assertThat(settlements.save(asked).block(LIMIT)).as("on an old version").isFalse();
        settlements.open(due).block(LIMIT);
        assertThat(found(due).state()).isEqualTo(SettlementState.ASKED);
    }

    @Test
    void whatIsTakenIsNobodyElsesUntilItsLeaseEnds() {
        Settlement due = due(LocalDate.of(2020, 1, 2));
        Instant now = due.updatedAt();
        settlements.open(due).block(LIMIT);
        assertThat(days(now)).contains(due.batch().day());
        assertThat(days(now)).doesNotContain(due.batch().day());
        assertThat(days(now.plus(LEASE))).contains(due.batch().day());
    }

    private static List<LocalDate> days(Instant now) {
        return Objects.requireNonNull(settlements.take(now, LEASE, 100).block(LIMIT)).stream()
                .map(taken -> taken.batch().day())
                .toList();
    }

    @Test
    void bothTotalsAreKept() {
        Settlement due = due(LocalDate.of(2020, 1, 3));
        var ours = new BatchTotals(1500, 1, 400, 2);
        var theirs = new BatchTotals(3000, 2, 0, 0);
        settlements.open(due).block(LIMIT);
        Settlement asked = due.counted(new BatchBook(ours, 0), Instant.EPOCH);
        settlements.save(asked).block(LIMIT);
        settlements
                .save(asked.concluded(new BatchOutcome.Disagreed(theirs), Instant.EPOCH))
                .block(LIMIT);
        assertThat(found(due)).returns(ours, Settlement::ours).returns(theirs, Settlement::theirs);
        assertThat(settlements
                        .list(SettlementState.DISAGREED, 10)
                        .map(Settlement::batch)
                        .collectList()
                        .block(LIMIT))
                .contains(due.batch());
    }

    @Test
    void anOrderIsOnRecord() {
        Settlement due = due(LocalDate.of(2020, 1, 4));
        settlements.open(due).block(LIMIT);
        settlements
                .order(Actor.operator("eve"), due.ordered("operator:eve", Instant.EPOCH))
                .block(LIMIT);
        assertThat(found(due).orderedBy()).isEqualTo("operator:eve");
        assertThat(database.query("select actor from sluice.audit where action = 'settlement.order'"))
                .contains("operator:eve");
    }

    @Test
    void whatWasCollectedCountsAndWhatIsUnknownIsOpen() {
        Payment paid = accepted("paid");
        payments.record(ModificationFixtures.paid(paid)).block(LIMIT);
        accepted("unknown");
        Settlement today = today();
        assertThat(settlements.book(today).block(LIMIT))
                .isEqualTo(new BatchBook(new BatchTotals(paid.amount().minor(), 1, 0, 0), 1));
        assertThat(settlements.lines(today).block(LIMIT))
                .containsExactly(new BatchLine("4200001", paid.amount().minor(), false));
    }

    private Payment accepted(String key) {
        var command = PaymentFixtures.command(merchant, key, "{}");
        var acceptance = PaymentFixtures.acceptance(command);
        payments.accept(acceptance, command.idempotency()).block(LIMIT);
        return acceptance.after();
    }

    /** The days about now, for the numbers of attempts are made now, whatever the fixtures' clock says. */
    private Settlement today() {
        Instant now = Instant.now();
        return Settlement.due(
                merchant,
                account,
                new Batch(
                        LocalDate.ofInstant(now, ZoneOffset.UTC),
                        now.minus(Duration.ofDays(1)),
                        now.plus(Duration.ofDays(1))),
                now);
    }

    private Settlement due(LocalDate day) {
        Instant from = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant until = from.plus(Duration.ofDays(1));
        return Settlement.due(merchant, account, new Batch(day, from, until), until);
    }

    private static Settlement found(Settlement of) {
        return Objects.requireNonNull(
                settlements.find(of.account(), of.batch().day()).block(LIMIT));
    }
}
