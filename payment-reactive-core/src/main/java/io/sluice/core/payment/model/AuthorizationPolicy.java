package io.sluice.core.payment.model;

import io.sluice.core.channel.ChannelOutcome.Authorized;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a channel's "held" means: the payer's money is set aside, and none of it has moved. */
final class AuthorizationPolicy {

    /** How long money is held when the channel does not say: what card schemes grant at the least. */
    private static final Duration HELD = Duration.ofDays(7);

    private AuthorizationPolicy() {}

    static Conclusion authorize(Payment payment, PaymentAttempt attempt, Authorized word, Instant now) {
        if (!word.held().equals(payment.amount())) {
            return new Conclusion.Mismatch(
                    "the channel holds " + word.held() + ", the payment is over " + payment.amount());
        }
        if (attempt.state() == AttemptState.AUTHORIZED || attempt.state() == AttemptState.SUCCEEDED) {
            return new Conclusion.Unchanged("already " + attempt.state());
        }
        if (!Transitions.allows(payment.state(), PaymentState.AUTHORIZED)
                || !Transitions.allows(attempt.state(), AttemptState.AUTHORIZED)) {
            return new Conclusion.Mismatch("the channel says that it holds the money, as " + word.channelReference()
                    + ", but the payment is " + payment.state() + " and its attempt " + attempt.state());
        }
        Instant until = until(payment, word, now);
        PaymentAttempt held = attempt.to(AttemptState.AUTHORIZED, word.channelReference(), null, until, now);
        String reason = "held, " + attempt.channel() + " " + word.channelReference();
        Payment after = payment.with(
                        payment.totals().authorized(payment.amount().minor()))
                .until(until)
                .next(PaymentState.AUTHORIZED, null, null, held, now);
        return new Conclusion.Changed(
                new Transition(payment.version(), List.of(PaymentChange.of(payment.state(), reason, after))));
    }

    /** What the merchant gave up meanwhile is let go of at once. */
    private static Instant until(Payment payment, Authorized word, Instant now) {
        if (payment.state() == PaymentState.CLOSING) {
            return now;
        }
        Instant known = word.until();
        return known == null ? now.plus(HELD) : known;
    }
}
