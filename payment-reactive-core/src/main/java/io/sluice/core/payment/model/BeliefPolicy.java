package io.sluice.core.payment.model;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import java.time.Duration;
import java.time.Instant;

/** What to believe of a channel's answer to a question. */
public final class BeliefPolicy {

    private BeliefPolicy() {}

    /**
     * "No such order" is believed only when the order can no longer be on its way, and never of an order that the channel
     * has accepted before.
     *
     * @param inDoubtWindow the channel's own, see {@link io.sluice.core.channel.Capabilities}
     */
    public static ChannelOutcome believed(
            ChannelOutcome outcome, PaymentAttempt attempt, Duration inDoubtWindow, Instant now) {
        if (!(outcome instanceof Absent)) {
            return outcome;
        }
        if (attempt.state() == AttemptState.ACCEPTED) {
            return new Unknown("absent_though_accepted", "the channel denies an order that it accepted before");
        }
        return now.isBefore(attempt.createdAt().plus(inDoubtWindow))
                ? new Unknown("absent_for_now", "the channel may not know the order yet")
                : outcome;
    }
}
