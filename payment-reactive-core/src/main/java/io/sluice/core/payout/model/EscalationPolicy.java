package io.sluice.core.payout.model;

import io.sluice.core.payment.model.Failure;
import io.sluice.core.payout.model.PayoutConclusion.Unchanged;
import java.time.Instant;
import java.util.List;

/** When people are called, and what they may say. Time alone ends nothing. */
final class EscalationPolicy {

    private EscalationPolicy() {}

    static PayoutConclusion surrender(Payout payout, Instant now) {
        boolean stuck = payout.state() == PayoutState.UNKNOWN || payout.state() == PayoutState.ACCEPTED;
        return stuck && payout.inquiries() >= PayoutSchedule.QUESTIONS_BEFORE_PEOPLE
                ? new PayoutChanges(payout, now)
                        .to(
                                PayoutState.MANUAL,
                                "nobody knows after " + payout.inquiries() + " inquiries, from " + payout.state())
                        .conclusion()
                : new Unchanged("the channel is asked again");
    }

    static PayoutConclusion found(Payout payout, boolean paid, List<String> people, Instant now) {
        if (payout.state() != PayoutState.MANUAL) {
            return new Unchanged("a payout in " + payout.state() + " is the channel's to tell of");
        }
        if (!ReviewPolicy.enough(people)) {
            return new Unchanged("another person must have found the same");
        }
        String reason =
                (paid ? "paid" : "not paid") + " by the channel's own books, say " + String.join(" and ", people);
        PayoutChanges changes = new PayoutChanges(payout, now);
        return (paid
                        ? changes.to(PayoutState.SUCCEEDED, reason)
                        : changes.to(PayoutState.FAILED, new Failure("not_paid", reason), null, null, reason))
                .conclusion();
    }
}
