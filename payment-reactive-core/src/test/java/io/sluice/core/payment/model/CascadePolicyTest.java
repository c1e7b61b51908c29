package io.sluice.core.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What another attempt may be made past, and how. */
class CascadePolicyTest {

    private static final ChannelOutcome NOT_SENT = new NotSent(Fault.CHANNEL, "connection_failed", "refused");

    private final Payment payment = PaymentFixtures.accepted();
    private final Instant now = payment.createdAt();

    @Test
    void onlyPastASoftAndSafeNo() {
        assertThat(allows(NOT_SENT)).isTrue();
        assertThat(allows(new NotSent(Fault.ORDER, OutcomeCode.ACCOUNT_MISCONFIGURED, "SIGN_ERROR", "key")))
                .isTrue();
        assertThat(allows(new Declined(false, "05", "not now"))).isTrue();
        assertThat(allows(new Unknown("deadline_passed", "no answer"))).isFalse();
        assertThat(allows(new Pending(null, null))).isFalse();
        assertThat(allows(new Absent("ORDER_NOT_EXIST"))).isFalse();
        assertThat(allows(new Declined(true, "14", "never"))).isFalse();
        assertThat(allows(new Declined(false, OutcomeCode.INSUFFICIENT_FUNDS, "51", "no money")))
                .isFalse();
        assertThat(allows(new NotSent(Fault.ORDER, "PARAM_ERROR", "wrong"))).isFalse();
    }

    @Test
    void onlyWhileThePayerWaitsAndThePaymentIsUnderWay() {
        AttemptId attempt = payment.lastAttempt().id();
        assertThat(payment.mayBeRetried(NOT_SENT, now.plus(CascadePolicy.WITHIN)))
                .isFalse();
        Payment cancelled = changed(payment.cancelled(now));
        assertThat(cancelled.mayBeRetried(NOT_SENT, now)).isFalse();
        Payment inDoubt = changed(payment.concluded(attempt, new Unknown("x", "no answer"), now));
        assertThat(inDoubt.mayBeRetried(NOT_SENT, now)).isFalse();
    }

    @Test
    void theEndOfOneAndTheBeginningOfTheNextAreOneTransition() {
        Payment next = retried(payment);
        assertThat(next.version()).isEqualTo(payment.version() + 1);
        assertThat(next.state()).isEqualTo(PaymentState.PROCESSING);
        assertThat(next.failure()).isNull();
        assertThat(next.attempts())
                .extracting(PaymentAttempt::state)
                .containsExactly(AttemptState.NOT_SENT, AttemptState.SENT);
        assertThat(next.isUnderWay()).isTrue();
    }

    @Test
    void afterTheLastTryThePaymentFails() {
        Payment third = retried(retried(payment));
        assertThat(third.attempts()).hasSize(CascadePolicy.MOST_ATTEMPTS);
        Payment failed = retried(third);
        assertThat(failed.attempts()).hasSize(CascadePolicy.MOST_ATTEMPTS);
        assertThat(failed.state()).isEqualTo(PaymentState.FAILED);
    }

    @Test
    void aRepeatedWordAboutAnEarlierAttemptChangesNothing() {
        Payment next = retried(payment);
        assertThat(next.retried(payment.lastAttempt().id(), NOT_SENT, AttemptId.next(), PaymentFixtures.ROUTE, now))
                .isInstanceOf(Conclusion.Unchanged.class);
    }

    private boolean allows(ChannelOutcome outcome) {
        return payment.mayBeRetried(outcome, now);
    }

    private Payment retried(Payment at) {
        Route route = new Route(ChannelAccountId.next(), "other", Duration.ofMinutes(1));
        return changed(at.retried(at.lastAttempt().id(), NOT_SENT, AttemptId.next(), route, now));
    }

    private static Payment changed(Conclusion conclusion) {
        return ((Conclusion.Changed) conclusion).transition().after();
    }
}
