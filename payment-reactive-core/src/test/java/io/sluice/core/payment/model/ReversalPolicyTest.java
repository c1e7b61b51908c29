package io.sluice.core.payment.model;

import static io.sluice.core.payment.model.PaymentFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Irreversible;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.money.Money;
import org.junit.jupiter.api.Test;

class ReversalPolicyTest {

    private static final Money AMOUNT = Money.of(1500, "CNY");

    private final Payment sent = PaymentFixtures.accepted();
    private final Payment unknown = after(sent, new Unknown("deadline_passed", ""));
    private final Payment reversing =
            changed(unknown.reversing(unknown.lastAttempt().id(), NOW));

    @Test
    void isRecordedBeforeTheChannelIsAsked() {
        assertThat(reversing.state()).isEqualTo(PaymentState.PROCESSING);
        assertThat(reversing.lastAttempt().state()).isEqualTo(AttemptState.REVERSING);
        assertThat(reversing.lastAttempt().dueAt()).isAfter(NOW);
        assertThat(ChargeSafety.of(reversing)).isEqualTo(ChargeSafety.FENCED);
    }

    @Test
    void onlyWhatNobodyKnowsIsReversed() {
        assertThat(sent.reversing(sent.lastAttempt().id(), NOW)).isInstanceOf(Conclusion.Unchanged.class);
        Payment paid = after(unknown, new Approved(AMOUNT, "42"));
        assertThat(paid.reversing(paid.lastAttempt().id(), NOW)).isInstanceOf(Conclusion.Unchanged.class);
    }

    @Test
    void takenBackEndsThePaymentUncharged() {
        Payment failed = after(reversing, new Reversed("00"));

        assertThat(failed.state()).isEqualTo(PaymentState.FAILED);
        assertThat(failed.lastAttempt().state()).isEqualTo(AttemptState.REVERSED);
        assertThat(failed.failure()).extracting(Failure::code).isEqualTo("reversed_at_channel");
        Payment closing = changed(reversing.cancelled(NOW));
        assertThat(after(closing, new Reversed("00")).state()).isEqualTo(PaymentState.CLOSED);
    }

    @Test
    void whatCannotBeTakenBackStands() {
        Payment stands = after(reversing, new Irreversible(AMOUNT, "42"));

        assertThat(stands.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(stands.lastAttempt().channelReference()).isEqualTo("42");
    }

    /** It may be undone a moment later, by the reversal that is on its way. */
    @Test
    void aLateYesIsNotBelievedWhileItIsBeingTakenBack() {
        assertThat(concluded(reversing, new Approved(AMOUNT, "42"))).isInstanceOf(Conclusion.Unchanged.class);
        assertThat(concluded(reversing, new Unknown("deadline_passed", ""))).isInstanceOf(Conclusion.Unchanged.class);
    }

    /** Nor once people are called: what was sent may have been carried out, and is sent again every hour. */
    @Test
    void aLateYesIsNotBelievedEitherWhenNobodyAnswersTheReversal() {
        Payment asked = PaymentFixtures.inquired(reversing, InquirySchedule.LAST);
        Payment manual = changed(asked.escalated(asked.lastAttempt().id(), NOW.plusSeconds(86_400)));
        assertThat(manual.lastAttempt().state()).isEqualTo(AttemptState.MANUAL);
        assertThat(manual.lastAttempt().isBeingReversed()).isTrue();

        assertThat(concluded(manual, new Approved(AMOUNT, "42"))).isInstanceOf(Conclusion.Unchanged.class);
        assertThat(concluded(manual, new ChannelOutcome.Absent("25"))).isInstanceOf(Conclusion.Unchanged.class);
        assertThat(after(manual, new Reversed("00")).state()).isEqualTo(PaymentState.FAILED);
        assertThat(after(manual, new Irreversible(AMOUNT, "42")).state()).isEqualTo(PaymentState.SUCCEEDED);
        Payment again = changed(manual.reversing(manual.lastAttempt().id(), NOW));
        assertThat(again.lastAttempt().state()).isEqualTo(AttemptState.REVERSING);
    }

    @Test
    void peopleMaySayWhatBecameOfAReversalThatNobodyAnswers() {
        Payment asked = PaymentFixtures.inquired(reversing, InquirySchedule.LAST);
        Payment manual = changed(asked.escalated(asked.lastAttempt().id(), NOW.plusSeconds(86_400)));

        Decision charged = new Decision(Decision.Kind.CHARGED, "42", "statement");
        assertThat(changed(manual.decided(charged, "ann", NOW)).state()).isEqualTo(PaymentState.SUCCEEDED);
        Decision not = new Decision(Decision.Kind.NOT_CHARGED, null, "statement");
        assertThat(changed(manual.decided(not, "ann", NOW)).state()).isEqualTo(PaymentState.FAILED);
    }

    @Test
    void aYesAfterwardsIsAConflict() {
        Payment failed = after(reversing, new Reversed("00"));

        assertThat(after(failed, new Approved(AMOUNT, "42")).state()).isEqualTo(PaymentState.CONFLICTED);
    }

    private static Conclusion concluded(Payment payment, ChannelOutcome outcome) {
        return payment.concluded(payment.lastAttempt().id(), outcome, NOW);
    }

    private static Payment after(Payment payment, ChannelOutcome outcome) {
        return changed(concluded(payment, outcome));
    }

    private static Payment changed(Conclusion conclusion) {
        assertThat(conclusion).isInstanceOf(Conclusion.Changed.class);
        return ((Conclusion.Changed) conclusion).transition().after();
    }
}
