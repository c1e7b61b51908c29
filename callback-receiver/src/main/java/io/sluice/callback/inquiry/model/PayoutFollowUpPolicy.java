package io.sluice.callback.inquiry.model;

import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Absent;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Returned;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutState;
import java.time.Duration;
import java.time.Instant;

/** What the channel's answer to a question about a payout leads to. */
public final class PayoutFollowUpPolicy {

    private PayoutFollowUpPolicy() {}

    /** What to do next about one that was asked about. */
    public sealed interface Next {

        /** Record what the channel says. */
        record Conclude(ModificationOutcome outcome) implements Next {}

        /** The channel never had it: send it again, with the same number. */
        record SendAgain() implements Next {}
    }

    /**
     * @param asked as it stood before the channel was asked
     * @param inDoubtWindow the channel's own, see {@link io.sluice.core.channel.Capabilities}
     */
    public static Next after(ModificationOutcome answer, Payout asked, Duration inDoubtWindow, Instant now) {
        return switch (answer) {
            case Absent _ -> absent(asked, inDoubtWindow, now);
            // The success was on record before the question was asked: what is said now came after it.
            case Refused(String code, String _)
            when asked.state() == PayoutState.SUCCEEDED -> new Next.Conclude(new Returned(code));
            default -> new Next.Conclude(answer);
        };
    }

    /**
     * "No such payout" is believed only when the order can no longer be on its way, and never of what the channel accepted
     * before. Nor is it sent again once people look into the channel's books: they might be reading them now.
     */
    private static Next absent(Payout asked, Duration inDoubtWindow, Instant now) {
        if (asked.state() != PayoutState.UNKNOWN) {
            return new Next.Conclude(new Unknown(
                    "absent_though_known", "the channel denies what it accepted, or what people look into"));
        }
        return now.isBefore(asked.updatedAt().plus(inDoubtWindow))
                ? new Next.Conclude(new Unknown("absent_for_now", "the channel may not know it yet"))
                : new Next.SendAgain();
    }
}
