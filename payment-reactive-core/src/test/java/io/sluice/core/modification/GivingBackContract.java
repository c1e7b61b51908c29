package io.sluice.core.modification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.MerchantId;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationConclusion;
import io.sluice.core.modification.model.ModificationFixtures;
import io.sluice.core.modification.model.ModificationState;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.core.modification.model.RequestModification.GiveBack;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.payment.model.PaymentTotals;
import io.sluice.core.payment.model.Transition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Money that came too late goes back once, in every store. */
abstract class GivingBackContract {

    protected static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Instant LATER = PaymentFixtures.NOW.plusSeconds(90);
    private static final ModificationOutcome REFUSED = new ModificationOutcome.Refused("NOT_ENOUGH", "no money");

    protected abstract Payments payments();

    protected abstract Modifications modifications();

    /** Another instance over the same store, as another process would have. */
    protected abstract Modifications otherInstance();

    /** The types in the event log, in the order of the payment's sequence. */
    protected abstract List<String> types(Payment payment);

    /** The sequences in the event log. */
    protected abstract List<Integer> sequences(Payment payment);

    /** Whether it is listed among those that need people. */
    protected abstract boolean waits(Payment payment);

    @Test
    void whatCameTooLateGoesBackAndNobodyIsCalledAnyMore() {
        Payment late = late();
        assertThat(late.lastAttempt().dueAt()).as("it is looked at once more").isNotNull();
        assertThat(waits(late)).isTrue();

        Modification refund = reserved(late, true);
        assertThat(refund.givesBack()).isTrue();
        assertThat(refund.target().reference()).isEqualTo("late-1");
        assertThat(current(late).totals()).isEqualTo(new PaymentTotals(0, 0, 0, 0, 0, 1500, 1500));
        concluded(refund, new ModificationOutcome.Succeeded(refund.amount(), "503"));

        Payment reversed = current(late);
        assertThat(reversed.state()).isEqualTo(PaymentState.REVERSED);
        assertThat(reversed.totals()).isEqualTo(PaymentTotals.NONE);
        assertThat(reversed.lastAttempt().state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(reversed.lastAttempt().code()).isEqualTo(OutcomeCode.GIVEN_BACK);
        assertThat(reversed.lastAttempt().dueAt()).isNull();
        assertThat(waits(late)).isFalse();
        assertThat(types(late))
                .endsWith("payment.conflicted", "refund.created", "refund.succeeded", "payment.reversed");
        assertThat(reversed.concluded(reversed.lastAttempt().id(), paid(reversed), LATER))
                .as("the channel says it again")
                .isInstanceOf(Conclusion.Unchanged.class);
    }

    @Test
    void whatBouncesIsInConflictAgainAndForPeople() {
        Payment late = late();
        Modification refund = reserved(late, true);
        Modification done = concluded(refund, new ModificationOutcome.Succeeded(refund.amount(), "503"));
        concluded(done, new ModificationOutcome.Returned("ABNORMAL"));

        Payment again = current(late);
        assertThat(again.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(again.totals().conflictedMinor()).isEqualTo(1500);
        assertThat(again.lastAttempt().code()).isEqualTo(OutcomeCode.GIVE_BACK_BOUNCED);
        assertThat(waits(late)).isTrue();
        assertThat(types(late)).endsWith("refund.returned", "payment.conflicted");
        assertThat(reserve(again, true)).isInstanceOf(Reservation.Refused.class);
        assertThat(reserve(again, false)).isInstanceOf(Reservation.Reserved.class);
        assertThat(sequences(late))
                .isEqualTo(IntStream.rangeClosed(1, current(late).version())
                        .boxed()
                        .toList());
    }

    @Test
    void whatFailsIsTriedAgainByPeopleOnly() {
        Payment late = late();
        Modification refund = reserved(late, true);
        assertThat(concluded(refund, REFUSED).state()).isEqualTo(ModificationState.FAILED);

        assertThat(current(late).state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(current(late).totals().giveBackReservedMinor()).isZero();
        assertThat(reserve(current(late), true)).isInstanceOf(Reservation.Refused.class);
        assertThat(reserve(current(late), false)).isInstanceOf(Reservation.Reserved.class);
        assertThat(waits(late)).isTrue();
    }

    /** Two processes, 64 deciders, people and the gateway itself, none of whom waits for another. */
    @Test
    void sixtyFourAtOnceGiveItBackOnce() {
        for (int round = 0; round < 5; round++) {
            Payment late = late();
            List<Reservation> answers = Flux.range(0, 64)
                    .flatMap(i -> reservations(i).reserve(giveBack(late, i % 3 == 0)), 64)
                    .collectList()
                    .block(LIMIT);

            assertThat(answers)
                    .filteredOn(Reservation.Reserved.class::isInstance)
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(Reservation.Refused.class::isInstance)
                    .hasSize(63);
            assertThat(modifications().of(late).collectList().block(LIMIT)).hasSize(1);
            assertThat(current(late).totals().giveBackReservedMinor()).isEqualTo(1500);
        }
    }

    // ---------------------------------------------------------------------------------------------------------------

    private Reservations reservations(int i) {
        return new Reservations(
                i % 2 == 0 ? modifications() : otherInstance(),
                payments(),
                ModificationFixtures.SEVERAL,
                new Turns<>(),
                Clock.fixed(LATER, ZoneOffset.UTC));
    }

    private Reservation reserve(Payment payment, boolean automatic) {
        return reservations(0).reserve(giveBack(payment, automatic)).block(LIMIT);
    }

    private Modification reserved(Payment payment, boolean automatic) {
        return ((Reservation.Reserved) reserve(payment, automatic)).modification();
    }

    private static RequestModification giveBack(Payment payment, boolean automatic) {
        return RequestModification.giveBack(
                payment, new GiveBack(payment.lastAttempt().id(), "somebody", automatic));
    }

    /** One that had failed, and was paid then. */
    protected final Payment late() {
        AcceptPayment command =
                PaymentFixtures.command(MerchantId.next(), UUID.randomUUID().toString(), "{}");
        Transition acceptance = PaymentFixtures.acceptance(command);
        Payment accepted = acceptance.after();
        Transition failure = changed(
                accepted,
                new ChannelOutcome.NotSent(Fault.CHANNEL, "refused", "connection refused"),
                PaymentFixtures.NOW.plusSeconds(1));
        Transition late = changed(failure.after(), paid(accepted), PaymentFixtures.NOW.plusSeconds(60));
        return payments()
                .accept(acceptance, command.idempotency())
                .then(payments().record(failure))
                .then(payments().record(late))
                .then(payments().find(accepted.merchantId(), accepted.id()))
                .block(LIMIT);
    }

    private static ChannelOutcome paid(Payment payment) {
        return new ChannelOutcome.Approved(payment.amount(), "late-1");
    }

    private static Transition changed(Payment payment, ChannelOutcome outcome, Instant now) {
        return ((Conclusion.Changed) payment.concluded(payment.lastAttempt().id(), outcome, now)).transition();
    }

    protected final Modification concluded(Modification refund, ModificationOutcome outcome) {
        Payment payment =
                payments().find(refund.merchantId(), refund.paymentId()).block(LIMIT);
        ModificationConclusion conclusion = refund.concluded(payment, outcome, payment.updatedAt());
        Modifications.Recording recording = modifications()
                .record(((ModificationConclusion.Changed) conclusion).transition())
                .block(LIMIT);
        return ((Modifications.Recording.Recorded) recording).modification();
    }

    protected final Payment current(Payment payment) {
        return payments().find(payment.merchantId(), payment.id()).block(LIMIT);
    }
}
