package io.sluice.core.refund.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.Transition;
import io.sluice.core.payment.r2dbc.PaymentsDatabase;
import io.sluice.core.payment.r2dbc.R2dbcPayments;
import io.sluice.core.refund.RefundStore.Creation;
import io.sluice.core.refund.RefundStore.Recording;
import io.sluice.core.refund.Reservation;
import io.sluice.core.refund.Reservations;
import io.sluice.core.refund.Turns;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RefundConclusion;
import io.sluice.core.refund.model.RefundFixtures;
import io.sluice.core.refund.model.RefundState;
import io.sluice.core.refund.model.RequestRefund;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class R2dbcRefundsIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Instant LATER = PaymentFixtures.NOW.plusSeconds(60);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static PaymentsDatabase database;
    private static R2dbcPayments payments;
    private static R2dbcRefunds refunds;
    private static R2dbcRefunds other;

    @BeforeAll
    static void connect() {
        database = PaymentsDatabase.fresh();
        ConnectionFactory factory = ConnectionFactories.get(database.where().r2dbcUrl());
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        payments = new R2dbcPayments(factory, factory, GatheringOptions.named("payments"), meters);
        refunds = new R2dbcRefunds(factory, factory, GatheringOptions.named("refunds"), meters);
        other = new R2dbcRefunds(factory, factory, GatheringOptions.named("others"), meters);
        payments.ready().then(refunds.ready()).then(other.ready()).block(LIMIT);
    }

    @AfterAll
    static void disconnect() {
        payments.close().then(refunds.close()).then(other.close()).block(LIMIT);
    }

    @Test
    void createsWithWhatIsReservedAndTheEvent() {
        Payment paid = paid();
        Refund refund = created(paid, 400L, "k1");

        assertThat(find(refund)).isEqualTo(refund);
        assertThat(current(paid).refunds().reservedMinor()).isEqualTo(400);
        assertThat(current(paid).version()).isEqualTo(paid.version() + 1);
        assertThat(types(paid)).endsWith("refund.created");
        assertThat(refunds.list(paid.merchantId(), paid.id(), null, 10)
                        .collectList()
                        .block(LIMIT))
                .containsExactly(refund);
    }

    @Test
    void aSuccessMovesWhatWasReservedAndAReturnReleasesIt() {
        Payment paid = paid();
        Refund refund = created(paid, null, "k1");
        Refund done = concluded(refund, new ModificationOutcome.Succeeded(refund.amount(), "5030001"));
        assertThat(done.state()).isEqualTo(RefundState.SUCCEEDED);
        assertThat(current(paid).refunds().refundedMinor()).isEqualTo(1500);

        assertThat(concluded(done, new ModificationOutcome.Returned("ABNORMAL")).state())
                .isEqualTo(RefundState.RETURNED);
        assertThat(current(paid).refunds().leftOf(1500)).isEqualTo(1500);
        assertThat(types(paid)).endsWith("refund.created", "refund.succeeded", "refund.returned");
    }

    @Test
    void theSameRequestIsAnsweredAsItWasAtFirst() {
        Payment paid = paid();
        RequestRefund command = RefundFixtures.command(paid, 100L, "k1");
        Refund refund = ((Creation.Created) create(paid, command)).refund();
        Creation early = create(current(paid), command);
        assertThat(((Creation.Replayed) early).refund().state()).isEqualTo(RefundState.SENT);

        concluded(refund, new ModificationOutcome.Processing("5030001"));
        concluded(find(refund), new ModificationOutcome.Succeeded(refund.amount(), "5030001"));
        assertThat(((Creation.Replayed) create(current(paid), command)).refund().state())
                .isEqualTo(RefundState.PROCESSING);
        assertThat(create(paid, command)).as("even on an old version").isInstanceOf(Creation.Replayed.class);

        RequestRefund otherBody = new RequestRefund(
                paid.merchantId(), paid.id(), 200L, null, new IdempotencyKey("POST /v1/refunds", "k1", new byte[] {1}));
        assertThat(create(current(paid), otherBody)).isInstanceOf(Creation.KeyReused.class);
        assertThat(current(paid).refunds().reservedMinor()).isZero();
    }

    @Test
    void whoComesWithAnOldVersionLeavesNothing() {
        Payment paid = paid();
        created(paid, 100L, "k1");
        Creation late = create(paid, RefundFixtures.command(paid, 1500L, "k2"));

        assertThat(((Creation.Stale) late).current()).isEqualTo(current(paid));
        assertThat(refunds.claimed(
                                paid.merchantId(),
                                RefundFixtures.command(paid, 1500L, "k2").idempotency())
                        .block(LIMIT))
                .as("the key is not used up")
                .isNull();
    }

    /** Two processes, 64 callers, none of whom waits for another. */
    @Test
    void sixtyFourAtOnceNeverExceedThePayment() {
        Payment paid = paid();
        Reservations here = new Reservations(refunds, payments, new Turns<>(), Clock.fixed(LATER, ZoneOffset.UTC));
        Reservations there = new Reservations(other, payments, new Turns<>(), Clock.fixed(LATER, ZoneOffset.UTC));
        List<Reservation> answers = Flux.range(0, 64)
                .flatMap(i -> (i % 2 == 0 ? here : there).reserve(RefundFixtures.command(paid, 40L, "k" + i)), 64)
                .collectList()
                .block(LIMIT);

        assertThat(answers).filteredOn(Reservation.Reserved.class::isInstance).hasSize(1500 / 40);
        assertThat(answers)
                .filteredOn(Reservation.Exceeds.class::isInstance)
                .hasSize(64 - 1500 / 40)
                .allSatisfy(refusal -> assertThat(
                                ((Reservation.Exceeds) refusal).left().minor())
                        .isLessThan(40));
        assertThat(database.query("select sum(amount_minor) from sluice.refund where payment_id = '"
                        + paid.id().value() + "'"))
                .containsExactly("1480");
        assertThat(current(paid).refunds().reservedMinor()).isEqualTo(1480);
        assertThat(sequences(paid))
                .isEqualTo(IntStream.rangeClosed(1, current(paid).version())
                        .boxed()
                        .toList());
    }

    @Test
    void theDatabaseItselfHoldsTheLimit() {
        Payment paid = paid();
        assertThatThrownBy(() -> database.query("update sluice.payment set refunded_minor = 1501 where payment_id = '"
                        + paid.id().value() + "' returning 1"))
                .hasMessageContaining("payment_never_refunded_beyond");
    }

    @Test
    void whatIsDueIsTakenOnceAndPostponed() {
        Payment paid = paid();
        Refund refund = created(paid, 100L, "k1");
        Instant due = refund.dueAt();
        List<Refund> taken = new ArrayList<>();
        taken.addAll(mine(refunds.takeDue(due, LEASE, 1000).block(LIMIT), refund));
        taken.addAll(mine(other.takeDue(due, LEASE, 1000).block(LIMIT), refund));

        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().inquiries()).isEqualTo(1);
        refunds.postpone(taken.getFirst(), due.plusSeconds(5)).block(LIMIT);
        assertThat(find(refund).dueAt()).isEqualTo(due.plusSeconds(5));
        refunds.wake(find(refund), due).block(LIMIT);
        assertThat(find(refund).dueAt()).isEqualTo(due);
    }

    // ---------------------------------------------------------------------------------------------------------------

    private static Payment paid() {
        AcceptPayment command =
                PaymentFixtures.command(MerchantId.next(), UUID.randomUUID().toString(), "{}");
        Payment accepted = PaymentFixtures.acceptance(command).after();
        return payments.accept(acceptanceOf(accepted, command), command.idempotency())
                .then(payments.record(RefundFixtures.paid(accepted)))
                .then(payments.find(accepted.merchantId(), accepted.id()))
                .block(LIMIT);
    }

    private static Transition acceptanceOf(Payment accepted, AcceptPayment command) {
        return Payment.accepted(
                command,
                accepted.id(),
                accepted.lastAttempt().id(),
                PaymentFixtures.ROUTE,
                accepted.fee(),
                accepted.createdAt());
    }

    private static Creation create(Payment payment, RequestRefund command) {
        return refunds.create(RefundFixtures.reserved(payment, command), command.idempotency())
                .block(LIMIT);
    }

    private static Refund created(Payment payment, @Nullable Long amount, String key) {
        return ((Creation.Created) create(payment, RefundFixtures.command(payment, amount, key))).refund();
    }

    private static Refund concluded(Refund refund, ModificationOutcome outcome) {
        Payment payment = payments.find(refund.merchantId(), refund.paymentId()).block(LIMIT);
        RefundConclusion conclusion = refund.concluded(payment, outcome, payment.updatedAt());
        Recording recording = refunds.record(((RefundConclusion.Changed) conclusion).transition())
                .block(LIMIT);
        return ((Recording.Recorded) recording).refund();
    }

    private static Refund find(Refund refund) {
        return refunds.find(refund.merchantId(), refund.id()).block(LIMIT);
    }

    private static Payment current(Payment payment) {
        return payments.find(payment.merchantId(), payment.id()).block(LIMIT);
    }

    private static List<Refund> mine(List<Refund> taken, Refund refund) {
        return taken.stream().filter(one -> one.id().equals(refund.id())).toList();
    }

    private static List<String> types(Payment payment) {
        return ofEvents("type", payment);
    }

    private static List<Integer> sequences(Payment payment) {
        return ofEvents("sequence", payment).stream().map(Integer::valueOf).toList();
    }

    private static List<String> ofEvents(String column, Payment payment) {
        return database.query("select " + column + " from sluice.payment_event where payment_id = '"
                + payment.id().value() + "' order by sequence");
    }
}
