package io.sluice.core.payout.r2dbc;

import static io.sluice.core.payout.model.PayoutFixtures.FREE;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.channel.Beneficiary;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PayoutId;
import io.sluice.core.payment.r2dbc.PaymentsDatabase;
import io.sluice.core.payout.Payouts.Creation;
import io.sluice.core.payout.Payouts.Recording;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutConclusion.Changed;
import io.sluice.core.payout.model.PayoutFixtures;
import io.sluice.core.payout.model.PayoutState;
import io.sluice.core.payout.model.PayoutTerms;
import io.sluice.core.payout.model.PayoutTransition;
import io.sluice.core.payout.model.RequestPayout;
import io.sluice.core.secret.Vault;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class R2dbcPayoutsIT {

    /** Few enough that a slow machine writes them within the patience of the last. */
    private static final int AT_ONCE = 24;

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    @TempDir
    private static Path folder;

    private static PaymentsDatabase database;
    private static R2dbcPayouts payouts;
    private static R2dbcPayouts other;

    private final MerchantId merchant = MerchantId.next();

    @BeforeAll
    static void connect() {
        database = PaymentsDatabase.fresh();
        // What the ledger publishes, in its stead.
        execute("create schema ledger");
        execute("create table ledger.merchant_earnings (merchant_id uuid, currency text, earned_minor bigint)");
        ConnectionFactory factory = ConnectionFactories.get(database.where().r2dbcUrl());
        Path keyset = folder.resolve("keyset");
        Vault.createKeyset(keyset);
        Vault vault = Vault.open(keyset);
        var meters = new SimpleMeterRegistry();
        payouts = new R2dbcPayouts(factory, factory, vault, R2dbcPayouts.gathering("payouts"), meters);
        other = new R2dbcPayouts(factory, factory, vault, R2dbcPayouts.gathering("others"), meters);
        payouts.ready().then(other.ready()).block(LIMIT);
    }

    @AfterAll
    static void disconnect() {
        payouts.close().then(other.close()).block(LIMIT);
    }

    @Test
    void manyAtOnceNeverTakeMoreThanWasEarned() {
        earned(1_000);
        List<Creation> answers = Flux.range(0, AT_ONCE)
                .flatMap(i -> create(i % 2 == 0 ? payouts : other, 150, "k" + i), AT_ONCE)
                .collectList()
                .block(LIMIT);
        assertThat(answers).hasSize(AT_ONCE);
        assertThat(answers.stream().filter(Creation.Created.class::isInstance)).hasSize(6);
        assertThat(answers.stream().filter(Creation.Insufficient.class::isInstance))
                .hasSize(AT_ONCE - 6);
        assertThat(taken()).isEqualTo(900);
        assertThat(database.query(
                        "select count(*) from sluice.idempotency where merchant_id = '" + merchant.value() + "'"))
                .as("a refusal leaves its key free")
                .containsExactly("6");
    }

    @Test
    void theSameRequestAtOnceIsOnePayout() {
        earned(10_000);
        List<Creation> answers = Flux.range(0, AT_ONCE)
                .flatMap(i -> create(i % 2 == 0 ? payouts : other, 150, "same"), AT_ONCE)
                .collectList()
                .block(LIMIT);
        assertThat(answers).hasSize(AT_ONCE);
        assertThat(answers.stream().filter(Creation.Created.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(Creation.Replayed.class::isInstance)).hasSize(AT_ONCE - 1);
        assertThat(taken()).isEqualTo(150);
    }

    @Test
    void whatEndedTwoWaysAtOnceIsGivenBackOnce() {
        earned(500);
        Payout sent = created(create(payouts, 500, "k").block(LIMIT));
        List<Recording> recordings = Flux.range(0, 8)
                .flatMap(i -> (i % 2 == 0 ? payouts : other).record(transition(sent, i % 2 == 0)), 8)
                .collectList()
                .block(LIMIT);
        assertThat(recordings).hasSize(8);
        assertThat(recordings.stream().filter(Recording.Recorded.class::isInstance))
                .hasSize(1);
        PayoutState state = payouts.find(merchant, sent.id()).block(LIMIT).state();
        assertThat(taken()).isEqualTo(state == PayoutState.FAILED ? 0 : 500);
    }

    @Test
    void aFailureMakesRoomForTheNext() {
        earned(500);
        Payout sent = created(create(payouts, 500, "k").block(LIMIT));
        assertThat(create(payouts, 1, "l").block(LIMIT)).isInstanceOf(Creation.Insufficient.class);
        payouts.record(transition(sent, false)).block(LIMIT);
        assertThat(create(payouts, 500, "l").block(LIMIT)).isInstanceOf(Creation.Created.class);
    }

    @Test
    void aReviewTakesNothingUntilItIsApproved() {
        earned(100);
        Payout review =
                created(create(payouts, 150, "k", PayoutTerms.REVIEW_ALL).block(LIMIT));
        assertThat(taken()).isZero();
        var approval = ((Changed) review.approved(List.of("mei", "jo"), NOW)).transition();
        assertThat(payouts.record(approval).block(LIMIT)).isInstanceOf(Recording.Insufficient.class);
        earned(200);
        assertThat(payouts.record(approval).block(LIMIT)).isInstanceOf(Recording.Recorded.class);
        assertThat(taken()).isEqualTo(150);
    }

    @Test
    void theBeneficiaryIsSealedAndOpensForItsPayoutOnly() {
        earned(100);
        Payout sent = created(create(payouts, 100, "k").block(LIMIT));
        Beneficiary expected = PayoutFixtures.command(merchant, 100, "k").beneficiary();
        assertThat(payouts.beneficiary(sent).block(LIMIT)).isEqualTo(expected);
        assertThat(database.query("select row_to_json(p)::text from sluice.payout p"))
                .noneMatch(row -> row.contains("6216261000000000018") || row.contains("Zhang San"));
        assertThat(database.query("select body from sluice.payment_event"))
                .noneMatch(row -> row.contains("6216261000000000018") || row.contains("Zhang San"));
    }

    @Test
    void itsEventsAreASequenceOfTheirOwn() {
        earned(100);
        Payout sent = created(create(payouts, 100, "k").block(LIMIT));
        payouts.record(transition(sent, true)).block(LIMIT);
        assertThat(database.query("select sequence || ' ' || type from sluice.payment_event where payment_id = '"
                        + sent.id().value() + "' order by sequence"))
                .containsExactly("1 payout.created", "2 payout.reserved", "3 payout.sent", "4 payout.succeeded");
    }

    private static PayoutTransition transition(Payout sent, boolean paid) {
        ModificationOutcome word = paid
                ? new ModificationOutcome.Succeeded(sent.amount(), "q1")
                : new ModificationOutcome.Refused("61", "limit");
        return ((Changed) sent.concluded(word, NOW.plusSeconds(1))).transition();
    }

    private Mono<Creation> create(R2dbcPayouts store, long amountMinor, String key) {
        return create(store, amountMinor, key, FREE);
    }

    private Mono<Creation> create(R2dbcPayouts store, long amountMinor, String key, PayoutTerms terms) {
        RequestPayout command = PayoutFixtures.command(merchant, amountMinor, key);
        return store.create(
                Payout.requested(command, terms, PayoutId.next(), NOW), command.idempotency(), command.beneficiary());
    }

    private static Payout created(Creation creation) {
        return ((Creation.Created) creation).payout();
    }

    private void earned(long minor) {
        execute("delete from ledger.merchant_earnings where merchant_id = '" + merchant.value() + "'");
        execute("insert into ledger.merchant_earnings values ('" + merchant.value() + "', 'CNY', " + minor + ")");
    }

    private static void execute(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private long taken() {
        return database
                .query("select taken_minor from sluice.payout_fund where merchant_id = '" + merchant.value() + "'")
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }
}
