package io.sluice.core.payment.model;

import static io.sluice.core.payment.model.PaymentFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.NextAction;
import io.sluice.core.money.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancelPolicyTest {

    private static final ChannelOutcome PAID = new ChannelOutcome.Approved(Money.of(1500, "CNY"), "4200001");
    private static final ChannelOutcome QR = new ChannelOutcome.Pending(NextAction.qrCode("weixin://x"), null);
    private static final ChannelOutcome CLOSED = new ChannelOutcome.Closed("CLOSED");
    private static final ChannelOutcome UNKNOWN = new ChannelOutcome.Unknown("deadline_passed", "");

    private final Payment sent = PaymentFixtures.accepted();
    private final Payment waiting = after(sent, QR);

    @Test
    void cancellingBeginsToCloseAndTheChannelsWordEndsIt() {
        Payment closing = cancelled(waiting);

        assertThat(closing.state()).isEqualTo(PaymentState.CLOSING);
        assertThat(closing.nextAction()).isNull();
        assertThat(closing.lastAttempt().state()).isEqualTo(AttemptState.ACCEPTED);
        assertThat(closing.lastAttempt().dueAt()).isEqualTo(NOW.plus(InquirySchedule.SUBMISSION_GRACE));
        assertThat(after(closing, CLOSED).state()).isEqualTo(PaymentState.CLOSED);
    }

    @Test
    void whoPaysFirstHasPaid() {
        assertThat(after(cancelled(waiting), PAID).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(after(after(cancelled(waiting), CLOSED), PAID).state()).isEqualTo(PaymentState.CONFLICTED);
    }

    @Test
    void anOrderOnItsWayIsWaitedFor() {
        Payment closing = cancelled(sent);

        assertThat(closing.lastAttempt().dueAt()).isEqualTo(sent.lastAttempt().dueAt());
        assertThat(after(closing, QR).state()).isEqualTo(PaymentState.CLOSING);
        assertThat(after(closing, QR).lastAttempt().state()).isEqualTo(AttemptState.ACCEPTED);
        assertThat(after(closing, UNKNOWN).state()).isEqualTo(PaymentState.CLOSING);
        assertThat(after(closing, PAID).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(after(closing, new ChannelOutcome.NotSent(Fault.CHANNEL, "refused", ""))
                        .state())
                .isEqualTo(PaymentState.CLOSED);
    }

    @Test
    void anUnknownOutcomeStaysUnknownUntilTheChannelSpeaks() {
        Payment closing = cancelled(after(sent, UNKNOWN));

        assertThat(closing.concluded(closing.lastAttempt().id(), UNKNOWN, NOW))
                .isInstanceOf(Conclusion.Unchanged.class);
        assertThat(closing.expired(NOW.plus(Duration.ofDays(30)))).isInstanceOf(Conclusion.Unchanged.class);
        assertThat(after(closing, PAID).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @ParameterizedTest
    @EnumSource(PaymentState.class)
    void onlyWhatWaitsIsCancelled(PaymentState state) {
        Payment payment = waiting.next(state, null, null, waiting.lastAttempt(), NOW);
        boolean waits = state == PaymentState.REQUIRES_ACTION || state == PaymentState.PROCESSING;

        assertThat(payment.cancelled(NOW)).isInstanceOf(waits ? Conclusion.Changed.class : Conclusion.Unchanged.class);
    }

    private static Payment cancelled(Payment payment) {
        return ((Conclusion.Changed) payment.cancelled(NOW)).transition().after();
    }

    private static Payment after(Payment payment, ChannelOutcome outcome) {
        Conclusion conclusion = payment.concluded(payment.lastAttempt().id(), outcome, NOW);
        assertThat(conclusion).isInstanceOf(Conclusion.Changed.class);
        return ((Conclusion.Changed) conclusion).transition().after();
    }
}
