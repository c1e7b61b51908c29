package io.sluice.core.modification.model;

import static io.sluice.core.payment.model.PaymentFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.modification.model.RequestModification.GiveBack;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentFixtures;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.payment.model.PaymentTotals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of money that came twice, what came last goes back; of money in doubt, nothing. */
class GiveBackPolicyTest {

    private static final ChannelOutcome DECLINED = new ChannelOutcome.Declined(false, "NOT_NOW", "not now");
    private static final Decision KEEP = new Decision(Decision.Kind.KEEP, null, "delivered");

    private final Payment accepted = PaymentFixtures.accepted();
    private final AttemptId first = accepted.lastAttempt().id();
    private final AttemptId second = AttemptId.next();
    private final Payment cascaded = changed(accepted.retried(first, DECLINED, second, PaymentFixtures.ROUTE, NOW));

    @Test
    void ofMoneyThatCameTwiceTheChargeThatStandsIsNotTouched() {
        Payment twice = paid(paid(cascaded, second, 1), first, 2);
        assertThat(twice.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(twice.attempt(first).dueAt()).as("people decide").isNull();
        assertThat(twice.totals()).isEqualTo(new PaymentTotals(1500, 0, 1500, 0, 0, 1500, 0));
        assertThat(refusal(twice, first, true)).contains("people decide");

        ModificationTransition given = givenBack(twice, first);
        assertThat(given.after().attempt()).isEqualTo(first);
        assertThat(given.after().target().reference()).isEqualTo("paid-2");
        assertThat(given.payment().state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(given.payment().totals()).isEqualTo(new PaymentTotals(1500, 0, 1500, 0, 0));

        ModificationTransition refund = ModificationFixtures.reserved(
                given.payment(), ModificationFixtures.command(given.payment(), null, "k"));
        assertThat(refund.after().attempt()).as("the charge that stands").isEqualTo(second);
        assertThat(refusal(given.payment(), first, false)).contains("is SUCCEEDED");
    }

    @Test
    void whatIsLeftOfTwoLateChargesIsDecidedNext() {
        Payment open = paid(cascaded, first, 1);
        assertThat(open.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(refusal(open, first, false)).contains("may be charged by another attempt yet");

        Payment twice = paid(open, second, 2);
        assertThat(twice.totals().conflictedMinor()).isEqualTo(3000);
        Payment once = givenBack(twice, second).payment();
        assertThat(once.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(once.totals().conflictedMinor()).isEqualTo(1500);

        Payment kept = changed(once.decided(KEEP, "ann and bob", NOW.plusSeconds(9)));
        assertThat(kept.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(kept.totals()).isEqualTo(new PaymentTotals(1500, 0, 1500, 0, 0));
        assertThat(givenBack(once, first).payment().state()).isEqualTo(PaymentState.REVERSED);
    }

    @Test
    void anAttemptThatEndsInAConflictEndsAndTheConflictStays() {
        Payment open = paid(cascaded, first, 1);
        Payment over = changed(open.concluded(second, new ChannelOutcome.Closed("CLOSED"), NOW.plusSeconds(2)));

        assertThat(over.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(over.failure()).isNull();
        assertThat(over.attempt(second).state()).isEqualTo(AttemptState.DECLINED);
        assertThat(givenBack(over, first).payment().state()).isEqualTo(PaymentState.REVERSED);
        assertThat(over.decided(KEEP, "ann and bob", NOW.plusSeconds(3))).isInstanceOf(Conclusion.Changed.class);
    }

    @Test
    void anotherLateChargeOpensItAgain() {
        Payment failed = changed(cascaded.concluded(second, DECLINED, NOW));
        Payment reversed = givenBack(paid(failed, first, 1), first).payment();
        assertThat(reversed.attempt(first).code()).isEqualTo(OutcomeCode.GIVEN_BACK);

        Payment again = paid(reversed, second, 2);
        assertThat(again.state()).isEqualTo(PaymentState.CONFLICTED);
        assertThat(again.totals().conflictedMinor()).isEqualTo(1500);
        assertThat(again.attempt(second).dueAt()).as("as late as the first").isNotNull();
    }

    @Test
    void whatIsBeingGivenBackIsNotKept() {
        Payment late = paid(changed(accepted.concluded(first, DECLINED, NOW)), first, 1);
        Payment reserved = reserve(late, first).payment();
        assertThat(reserved.decided(KEEP, "ann and bob", NOW)).isInstanceOf(Conclusion.Unchanged.class);
        assertThat(refusal(reserved, first, false)).contains("is under way");
    }

    private static Payment paid(Payment payment, AttemptId attempt, int second) {
        return changed(payment.concluded(
                attempt, new ChannelOutcome.Approved(payment.amount(), "paid-" + second), NOW.plusSeconds(second)));
    }

    private static Payment changed(Conclusion conclusion) {
        return ((Conclusion.Changed) conclusion).transition().after();
    }

    private static ReservationDecision requested(Payment payment, AttemptId attempt, boolean automatic) {
        return Modification.requested(
                payment,
                List.of(),
                RequestModification.giveBack(payment, new GiveBack(attempt, "ann and bob", automatic)),
                ModificationId.next(),
                NOW.plusSeconds(5));
    }

    private static String refusal(Payment payment, AttemptId attempt, boolean automatic) {
        return ((ReservationDecision.Refused) requested(payment, attempt, automatic)).message();
    }

    private static ModificationTransition reserve(Payment payment, AttemptId attempt) {
        return ((ReservationDecision.Reserved) requested(payment, attempt, false)).transition();
    }

    private static ModificationTransition givenBack(Payment payment, AttemptId attempt) {
        ModificationTransition reserved = reserve(payment, attempt);
        ModificationConclusion done = reserved.after()
                .concluded(
                        reserved.payment(),
                        new ModificationOutcome.Succeeded(payment.amount(), "503"),
                        NOW.plusSeconds(6));
        return ((ModificationConclusion.Changed) done).transition();
    }
}
