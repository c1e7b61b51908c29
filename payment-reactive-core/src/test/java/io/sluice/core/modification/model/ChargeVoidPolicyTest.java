package io.sluice.core.modification.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.ModificationId;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.PaymentState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was collected at once is undone on its day, whole, or not at all. */
class ChargeVoidPolicyTest {

    private final Payment paid =
            ModificationFixtures.paid(PaymentFixtures.accepted()).after();
    private final Instant now = paid.updatedAt();
    private final RequestModification release =
            ModificationFixtures.command(ModificationKind.VOID, paid, null, null, true, "k");
    private final RequestModification undo = release.ofCharge(now.plusSeconds(1));

    @Test
    void undoesTheWholeOfIt() {
        ModificationTransition done = done(reserved(paid, undo));

        assertThat(done.changes()).extracting(ModificationChange::type).containsExactly("void.succeeded");
        assertThat(done.after().amount()).isEqualTo(paid.amount());
        assertThat(done.payment().state()).isEqualTo(PaymentState.REVERSED);
        assertThat(done.payment().totals().capturedMinor()).isZero();
        assertThat(done.payment().totals().refundReservedMinor()).isZero();
        assertThat(done.payment().lastAttempt())
                .returns(AttemptState.REVERSED, PaymentAttempt::state)
                .returns(OutcomeCode.VOIDED, PaymentAttempt::code);
    }

    @Test
    void aVoidThatFailsLeavesItPaid() {
        ModificationTransition failed =
                after(reserved(paid, undo), new ModificationOutcome.Refused("12", "refused by the bank"));

        assertThat(failed.after().state()).isEqualTo(ModificationState.FAILED);
        assertThat(failed.payment().state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(failed.payment().totals()).isEqualTo(paid.totals());
    }

    @Test
    void refusesWhenItsDayIsOver() {
        assertThat(refusal(paid, release.ofCharge(now))).contains("refund it", now.toString());
    }

    @Test
    void refusesWhereTheChannelCannot() {
        assertThat(refusal(paid, release)).contains("collected at once", "refund it");
    }

    @Test
    void refusesWhatWentBackInPart() {
        Payment refunding =
                reserved(paid, ModificationFixtures.command(paid, 400L, "r")).payment();

        assertThat(refusal(refunding, undo)).contains("refund the rest");
    }

    @Test
    void refusesASecondOneWhileTheFirstIsUnderWay() {
        assertThat(refusal(reserved(paid, undo).payment(), undo)).contains("voided");
    }

    @Test
    void refusesWhatWasNeverCollected() {
        assertThat(refusal(PaymentFixtures.accepted(), undo)).contains("only one that is SUCCEEDED");
    }

    @Test
    void thatItWasPaidIsOldNewsAfterwards() {
        Payment voided = done(reserved(paid, undo)).payment();

        assertThat(voided.concluded(
                        voided.lastAttempt().id(), new ChannelOutcome.Approved(paid.amount(), "4200001"), now))
                .isInstanceOf(Conclusion.Unchanged.class);
        assertThat(voided.concluded(
                        voided.lastAttempt().id(), new ChannelOutcome.Approved(paid.amount(), "another"), now))
                .isInstanceOf(Conclusion.Mismatch.class);
    }

    private ModificationTransition reserved(Payment payment, RequestModification command) {
        return ((ReservationDecision.Reserved)
                        Modification.requested(payment, List.of(), command, ModificationId.next(), now))
                .transition();
    }

    private String refusal(Payment payment, RequestModification command) {
        var refused = (ReservationDecision.Refused)
                Modification.requested(payment, List.of(), command, ModificationId.next(), now);
        assertThat(refused.code()).isEqualTo("payment_not_voidable");
        return refused.message();
    }

    private ModificationTransition done(ModificationTransition sent) {
        return after(sent, new ModificationOutcome.Succeeded(sent.after().amount(), "5030001"));
    }

    private ModificationTransition after(ModificationTransition before, ModificationOutcome outcome) {
        return ((ModificationConclusion.Changed) before.after().concluded(before.payment(), outcome, now)).transition();
    }
}
