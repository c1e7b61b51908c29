package io.sluice.core.modification.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.gather.Patience;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.modification.ChannelTerms;
import io.sluice.core.modification.ModificationConclusions;
import io.sluice.core.modification.Reservation;
import io.sluice.core.modification.Reservations;
import io.sluice.core.modification.Turns;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationFixtures;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.payment.model.PaymentTotals;
import io.sluice.core.payment.r2dbc.PaymentsDatabase;
import io.sluice.core.payment.r2dbc.R2dbcPayments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is held is captured, released and given back, and never more than is there. */
class CapturesIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Instant LATER = PaymentFixtures.NOW.plusSeconds(60);
    private static final long HELD = 1500;
    private static PaymentsDatabase database;
    private static R2dbcPayments payments;
    private static R2dbcModifications modifications;
    private static R2dbcModifications others;
    private static Gateway here;
    private static Gateway there;
    private static Gateway once;

    /** One of two gateways, which do not wait for each other. */
    private record Gateway(Reservations reservations, ModificationConclusions conclusions) {

        static Gateway over(R2dbcModifications store, ChannelTerms terms) {
            Clock clock = Clock.fixed(LATER, ZoneOffset.UTC);
            return new Gateway(
                    new Reservations(store, payments, terms, new Turns<>(), clock),
                    new ModificationConclusions(store, payments, new Turns<>(), clock));
        }

        Mono<Reservation> reserve(RequestModification command) {
            return reservations.reserve(command);
        }

        /** Reserved, and done at the channel. */
        Mono<Reservation> make(RequestModification command) {
            return reserve(command)
                    .flatMap(reservation -> reservation instanceof Reservation.Reserved(Modification sent)
                            ? conclusions
                                    .conclude(
                                            sent, new ModificationOutcome.Succeeded(sent.amount(), "ref-" + sent.id()))
                                    .thenReturn(reservation)
                            : Mono.just(reservation));
        }
    }

    @BeforeAll
    static void connect() {
        database = PaymentsDatabase.fresh();
        ConnectionFactory factory = ConnectionFactories.get(database.where().r2dbcUrl());
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        payments = new R2dbcPayments(factory, factory, Patience.named("payments"), meters);
        modifications = new R2dbcModifications(factory, factory, Patience.named("modifications"), meters);
        others = new R2dbcModifications(factory, factory, Patience.named("others"), meters);
        payments.ready().then(modifications.ready()).then(others.ready()).block(LIMIT);
        here = Gateway.over(modifications, ModificationFixtures.SEVERAL);
        there = Gateway.over(others, ModificationFixtures.SEVERAL);
        once = Gateway.over(others, ModificationFixtures.ONCE);
    }

    @AfterAll
    static void disconnect() {
        payments.close().then(modifications.close()).then(others.close()).block(LIMIT);
    }

    @Test
    void whatIsHeldIsCapturedInPartsToItsEnd() {
        Payment held = held();
        assertThat(held.totals()).isEqualTo(new PaymentTotals(HELD, 0, 0, 0, 0));
        capture(held, 500L, false);
        assertThat(current(held).state()).isEqualTo(PaymentState.PARTIALLY_CAPTURED);
        assertThat(current(held).lastAttempt().dueAt())
                .as("the rest is let go of in time")
                .isNotNull();
        capture(held, null, false);

        Payment captured = current(held);
        assertThat(captured.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(captured.lastAttempt().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(captured.lastAttempt().dueAt()).isNull();
        assertThat(captured.totals()).isEqualTo(new PaymentTotals(HELD, 0, HELD, 0, 0));
        assertThat(events(held, "type"))
                .containsExactly(
                        "payment.created",
                        "payment.authorized",
                        "capture.created",
                        "capture.succeeded",
                        "payment.partially_captured",
                        "capture.created",
                        "capture.succeeded",
                        "payment.succeeded");
        assertSequence(held);
    }

    @Test
    void theLastCaptureOrAVoidEndsIt() {
        Payment last = held();
        Modification capture = capture(last, 400L, true);
        assertThat(capture.reservedMinor()).isEqualTo(HELD);
        assertThat(current(last).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(refusal(here.make(command(ModificationKind.CAPTURE, last, null, 1L))))
                .isEqualTo("payment_not_capturable");

        Payment part = held();
        capture(part, 400L, false);
        done(ModificationKind.VOID, part, null, null);
        assertThat(current(part).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(current(part).totals().capturedMinor()).isEqualTo(400);

        Payment all = held();
        done(ModificationKind.VOID, all, null, null);
        assertThat(current(all).state()).isEqualTo(PaymentState.REVERSED);
        assertThat(current(all).lastAttempt().state()).isEqualTo(AttemptState.REVERSED);
    }

    /** What the only capture leaves is released with it; voided, it leaves all of it held as before. */
    @Test
    void whereChannelsCaptureOnceEveryCaptureIsTheLast() {
        Payment held = held();
        Modification capture = reserved(once.make(command(ModificationKind.CAPTURE, held, null, 900L)));
        assertThat(capture.last()).isTrue();
        assertThat(current(held).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(current(held).totals().capturedMinor()).isEqualTo(900);
        assertThat(current(held).releasedMinor()).isEqualTo(HELD - 900);
        assertThat(refusal(once.make(command(ModificationKind.CAPTURE, held, null, 1L))))
                .isEqualTo("payment_not_capturable");
        assertThat(refusal(once.make(command(ModificationKind.VOID, held, null, null))))
                .isEqualTo("payment_not_voidable");

        reserved(once.make(command(ModificationKind.CAPTURE_VOID, held, capture.id(), null)));
        Payment again = current(held);
        assertThat(again.state()).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(again.lastAttempt().state()).isEqualTo(AttemptState.AUTHORIZED);
        assertThat(again.lastAttempt().dueAt()).isEqualTo(again.expiresAt());
        assertThat(again.totals()).isEqualTo(new PaymentTotals(HELD, 0, 0, 0, 0));
        reserved(once.make(command(ModificationKind.CAPTURE, held, null, 800L)));
        assertThat(current(held).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertSequence(held);
    }

    @Test
    void theOnlyCaptureReleasesNothingUntilItIsKnownAndNothingWhenItFails() {
        Payment held = held();
        Modification sent = sent(once.reserve(command(ModificationKind.CAPTURE, held, null, 900L)));
        once.conclusions()
                .conclude(sent, new ModificationOutcome.Unknown("deadline_passed", "no answer"))
                .block(LIMIT);
        assertThat(current(held).state()).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(current(held).releasedMinor()).isZero();
        for (ModificationKind kind : List.of(ModificationKind.CAPTURE, ModificationKind.VOID)) {
            assertThat(refusal(once.make(command(kind, held, null, null)))).isEqualTo("capture_under_way");
        }
        once.conclusions()
                .conclude(sent, new ModificationOutcome.Refused("13", "no"))
                .block(LIMIT);
        assertThat(current(held).totals()).isEqualTo(new PaymentTotals(HELD, 0, 0, 0, 0));
        reserved(once.make(command(ModificationKind.VOID, held, null, null)));
        assertThat(current(held).state()).isEqualTo(PaymentState.REVERSED);
        assertThat(current(held).releasedMinor()).isEqualTo(HELD);
    }

    @Test
    void aCaptureIsVoidedWholeOrRefundedInPartsButNotBoth() {
        Payment held = held();
        Modification capture = capture(held, 500L, false);
        assertThat(refusal(here.make(command(ModificationKind.REFUND, held, capture.id(), 501L))))
                .isEqualTo("refund_exceeds_payment");
        done(ModificationKind.CAPTURE_VOID, held, capture.id(), null);
        assertThat(current(held).state()).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(current(held).totals()).isEqualTo(new PaymentTotals(HELD, 0, 0, 0, 0));

        Modification second = capture(held, 600L, false);
        Modification third = capture(held, 900L, false);
        assertThat(refusal(here.make(command(ModificationKind.REFUND, held, null, 1L))))
                .isEqualTo("capture_id_invalid");
        Modification refund = done(ModificationKind.REFUND, held, second.id(), 1L);
        assertThat(refund.target().reference()).isEqualTo(second.channelReference());
        assertThat(refusal(here.make(command(ModificationKind.CAPTURE_VOID, held, second.id(), null))))
                .isEqualTo("capture_not_voidable");
        done(ModificationKind.CAPTURE_VOID, held, third.id(), null);
        assertThat(current(held).totals()).isEqualTo(new PaymentTotals(HELD, 0, 600, 0, 1));
        assertSequence(held);
    }

    /** Two processes, 64 callers, none of whom waits for another. */
    @Test
    void sixtyFourCapturesAtOnceNeverExceedTheAuthorization() {
        Payment held = held();
        List<Reservation> answers = Flux.range(0, 64)
                .flatMap(i -> gateway(i).reserve(command(ModificationKind.CAPTURE, held, null, 40L)), 64)
                .collectList()
                .block(LIMIT);

        assertThat(answers).filteredOn(Reservation.Reserved.class::isInstance).hasSize((int) (HELD / 40));
        assertThat(answers).filteredOn(Reservation.Refused.class::isInstance).hasSize((int) (64 - HELD / 40));
        assertThat(current(held).totals().captureReservedMinor()).isEqualTo(HELD / 40 * 40);
        assertSequence(held);
    }

    @Test
    void sixtyFourCapturesVoidsAndRefundsAtOnceAddUp() {
        for (int round = 0; round < 3; round++) {
            Payment held = held();
            Modification first = capture(held, 100L, false);
            Flux.range(0, 64)
                    .flatMap(i -> gateway(i).make(any(held, first, i)), 64)
                    .collectList()
                    .block(LIMIT);
            Payment after = current(held);
            assertThat(after.totals()).isEqualTo(sums(held));
            assertThat(after.state())
                    .isIn(
                            PaymentState.SUCCEEDED,
                            PaymentState.REVERSED,
                            PaymentState.PARTIALLY_CAPTURED,
                            PaymentState.AUTHORIZED);
            assertSequence(held);
        }
    }

    @Test
    void theDatabaseItselfHoldsTheLimits() {
        Payment held = held();
        for (String column : List.of("capture_reserved_minor", "captured_minor")) {
            assertThatThrownBy(() -> database.query("update sluice.payment set " + column
                            + " = 1501 where payment_id = '" + held.id().value() + "' returning 1"))
                    .hasMessageContaining("payment_never_captured_beyond");
        }
    }

    // ---------------------------------------------------------------------------------------------------------------

    private static Gateway gateway(int i) {
        return i % 2 == 0 ? here : there;
    }

    private static RequestModification any(Payment held, Modification first, int i) {
        return switch (i % 5) {
            case 0, 1 -> command(ModificationKind.CAPTURE, held, null, 60L);
            case 2 -> command(ModificationKind.REFUND, held, first.id(), 30L);
            case 3 -> command(ModificationKind.CAPTURE_VOID, held, first.id(), null);
            default -> command(ModificationKind.VOID, held, null, null);
        };
    }

    private static PaymentTotals sums(Payment payment) {
        long captured = sum(payment, "CAPTURE") - sum(payment, "CAPTURE_VOID");
        return new PaymentTotals(HELD, 0, captured, 0, sum(payment, "REFUND"));
    }

    private static long sum(Payment payment, String kind) {
        return Long.parseLong(
                database.query("select coalesce(sum(amount_minor), 0) from sluice.modification where kind = '"
                                + kind + "' and state = 'SUCCEEDED' and payment_id = '"
                                + payment.id().value() + "'")
                        .getFirst());
    }

    private static Payment held() {
        AcceptPayment command =
                ModificationFixtures.manual(MerchantId.next(), UUID.randomUUID().toString());
        var acceptance = PaymentFixtures.acceptance(command);
        return payments.accept(acceptance, command.idempotency())
                .then(payments.record(ModificationFixtures.held(acceptance.after())))
                .then(payments.find(command.merchantId(), acceptance.after().id()))
                .block(LIMIT);
    }

    private static Modification capture(Payment held, @Nullable Long amount, boolean last) {
        return reserved(here.make(ModificationFixtures.command(
                ModificationKind.CAPTURE,
                held,
                null,
                amount,
                last,
                UUID.randomUUID().toString())));
    }

    private static Modification done(
            ModificationKind kind, Payment held, @Nullable ModificationId capture, @Nullable Long amount) {
        return reserved(there.make(command(kind, held, capture, amount)));
    }

    private static RequestModification command(
            ModificationKind kind, Payment held, @Nullable ModificationId capture, @Nullable Long amount) {
        return ModificationFixtures.command(
                kind, held, capture, amount, false, UUID.randomUUID().toString());
    }

    private static Modification reserved(Mono<Reservation> making) {
        Modification sent = sent(making);
        return modifications.find(sent.merchantId(), sent.id()).block(LIMIT);
    }

    private static Modification sent(Mono<Reservation> making) {
        Reservation made = making.block(LIMIT);
        assertThat(made).isInstanceOf(Reservation.Reserved.class);
        return ((Reservation.Reserved) made).modification();
    }

    private static String refusal(Mono<Reservation> making) {
        Reservation made = making.block(LIMIT);
        assertThat(made).isInstanceOf(Reservation.Refused.class);
        return ((Reservation.Refused) made).refusal().code();
    }

    private static Payment current(Payment payment) {
        return payments.find(payment.merchantId(), payment.id()).block(LIMIT);
    }

    private static void assertSequence(Payment payment) {
        assertThat(events(payment, "sequence"))
                .isEqualTo(IntStream.rangeClosed(1, current(payment).version())
                        .mapToObj(String::valueOf)
                        .toList());
    }

    private static List<String> events(Payment payment, String column) {
        return database.query("select " + column + " from sluice.payment_event where payment_id = '"
                + payment.id().value() + "' order by sequence");
    }
}
