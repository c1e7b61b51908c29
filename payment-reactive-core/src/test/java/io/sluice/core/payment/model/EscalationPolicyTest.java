package io.sluice.core.payment.model;

import static io.sluice.core.payment.model.PaymentFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EscalationPolicyTest {

    private static final Instant LATE = NOW.plus(Duration.ofDays(2));
    private static final ChannelOutcome UNKNOWN = new ChannelOutcome.Unknown("deadline_passed", "");
    private static final ChannelOutcome PENDING = new ChannelOutcome.Pending(null, null);

    private final Payment sent = PaymentFixtures.accepted();
    private final Payment unknown = PaymentFixtures.inquired(after(sent, UNKNOWN), InquirySchedule.LAST);

    @Test
    void afterTheLastInquiryPeopleAreCalledAndTheChannelIsAskedOn() {
        Payment manual = escalated(unknown);

        assertThat(manual.state()).isEqualTo(PaymentState.PROCESSING);
        assertThat(manual.lastAttempt().state()).isEqualTo(AttemptState.MANUAL);
        assertThat(manual.lastAttempt().dueAt()).isEqualTo(LATE.plus(InquirySchedule.SLOW));
        assertThat(Attention.of(manual, manual.lastAttempt())).isEqualTo(Attention.MANUAL);
        assertThat(manual.escalated(manual.lastAttempt().id(), LATE)).isInstanceOf(Conclusion.Unchanged.class);
        assertThat(manual.concluded(manual.lastAttempt().id(), UNKNOWN, LATE)).isInstanceOf(Conclusion.Unchanged.class);
    }

    @Test
    void theTruthEndsItWhenItComes() {
        Payment manual = escalated(unknown);

        assertThat(after(manual, new ChannelOutcome.Approved(Money.of(1500, "CNY"), "42"))
                        .state())
                .isEqualTo(PaymentState.SUCCEEDED);
        assertThat(after(manual, new ChannelOutcome.Absent("ORDER_NOT_EXIST")).state())
                .isEqualTo(PaymentState.FAILED);
        assertThat(after(manual, PENDING).lastAttempt().state()).isEqualTo(AttemptState.ACCEPTED);
    }

    @Test
    void neitherFewInquiriesNorAShortDoubtAreEnough() {
        Payment asked = PaymentFixtures.inquired(unknown, InquirySchedule.LAST - 1);

        assertThat(asked.escalated(asked.lastAttempt().id(), LATE)).isInstanceOf(Conclusion.Unchanged.class);
        assertThat(unknown.escalated(unknown.lastAttempt().id(), NOW)).isInstanceOf(Conclusion.Unchanged.class);
    }

    @Test
    void anOrderThatWaitsForItsPayerIsNotStuckButOneThatDoesNotCloseIs() {
        Payment waiting = PaymentFixtures.inquired(after(sent, PENDING), InquirySchedule.LAST);
        assertThat(waiting.escalated(waiting.lastAttempt().id(), LATE)).isInstanceOf(Conclusion.Unchanged.class);

        Payment closing =
                ((Conclusion.Changed) waiting.cancelled(NOW)).transition().after();
        Payment manual = escalated(closing);
        assertThat(manual.state()).isEqualTo(PaymentState.CLOSING);
        assertThat(manual.concluded(manual.lastAttempt().id(), PENDING, LATE)).isInstanceOf(Conclusion.Unchanged.class);
        assertThat(after(manual, new ChannelOutcome.Closed("CLOSED")).state()).isEqualTo(PaymentState.CLOSED);
    }

    private static Payment escalated(Payment payment) {
        Conclusion conclusion = payment.escalated(payment.lastAttempt().id(), LATE);
        assertThat(conclusion).isInstanceOf(Conclusion.Changed.class);
        return ((Conclusion.Changed) conclusion).transition().after();
    }

    private static Payment after(Payment payment, ChannelOutcome outcome) {
        Conclusion conclusion = payment.concluded(payment.lastAttempt().id(), outcome, NOW);
        assertThat(conclusion).isInstanceOf(Conclusion.Changed.class);
        return ((Conclusion.Changed) conclusion).transition().after();
    }
}
