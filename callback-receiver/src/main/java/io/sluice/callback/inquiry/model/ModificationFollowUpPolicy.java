package io.sluice.callback.inquiry.model;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.Abnormal;
import io.sluice.core.channel.ModificationOutcome.Absent;
import io.sluice.core.channel.ModificationOutcome.Refused;
import io.sluice.core.channel.ModificationOutcome.Returned;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationState;
import java.time.Duration;
import java.time.Instant;

/** What the channel's answer to a question about a capture, a void or a refund leads to. */
public final class ModificationFollowUpPolicy {

    private ModificationFollowUpPolicy() {}

    /** What to do next about one that was asked about. */
    public sealed interface Next {

        /** Record what the channel says. */
        record Conclude(ModificationOutcome outcome) implements Next {}

        /** The channel never had it: send it again, with the same number. */
        record SendAgain() implements Next {}

        /** It is stuck at the channel: give it to people. */
        record Surrender() implements Next {}
    }

    /**
     * @param asked as it stood before the channel was asked
     * @param inDoubtWindow the channel's own, see {@link io.sluice.core.channel.Capabilities}
     */
    public static Next after(ModificationOutcome answer, Modification asked, Duration inDoubtWindow, Instant now) {
        return switch (answer) {
            case Absent _ -> absent(asked, inDoubtWindow, now);
            case Abnormal _ when asked.state() == ModificationState.ABNORMAL -> new Next.Surrender();
            // The success was on record before the question was asked: what is said now came after it.
            case Abnormal(String code) when bounced(asked) -> new Next.Conclude(new Returned(code));
            case Refused(String code, String _) when bounced(asked) -> new Next.Conclude(new Returned(code));
            default -> new Next.Conclude(answer);
        };
    }

    private static boolean bounced(Modification asked) {
        return asked.kind() == ModificationKind.REFUND && asked.state() == ModificationState.SUCCEEDED;
    }

    /**
     * "No such thing" is believed only when the request can no longer be on its way, and never of what the channel has
     * accepted before.
     */
    private static Next absent(Modification asked, Duration inDoubtWindow, Instant now) {
        if (asked.state() != ModificationState.UNKNOWN && asked.state() != ModificationState.SENT) {
            return new Next.Conclude(
                    new Unknown("absent_though_accepted", "the channel denies what it accepted before"));
        }
        return now.isBefore(asked.createdAt().plus(inDoubtWindow))
                ? new Next.Conclude(new Unknown("absent_for_now", "the channel may not know it yet"))
                : new Next.SendAgain();
    }
}
