package io.sluice.core.payout.model;

import io.sluice.core.payment.model.Failure;
import io.sluice.core.payout.model.PayoutConclusion.Unchanged;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/** Who must agree before a payout's money is set aside: nobody up to the merchant's limit, two people above it. */
final class ReviewPolicy {

    static final int PEOPLE = 2;

    private ReviewPolicy() {}

    static PayoutTransition request(Payout created, PayoutTerms terms, Instant now) {
        PayoutChanges changes = PayoutChanges.ofNew(created);
        return terms.needReview(created.amount().minor())
                ? changes.to(
                                PayoutState.REVIEW,
                                "over more than " + terms.reviewAboveMinor() + " minor units: two people look at it")
                        .transition()
                : send(changes, "within what goes by itself").transition();
    }

    static PayoutConclusion approve(Payout payout, List<String> people, Instant now) {
        if (payout.state() != PayoutState.REVIEW) {
            return new Unchanged("a payout in " + payout.state() + " waits for nobody's approval");
        }
        return enough(people)
                ? send(new PayoutChanges(payout, now), "approved by " + String.join(" and ", people))
                        .conclusion()
                : new Unchanged("another person must approve it too");
    }

    static PayoutConclusion reject(Payout payout, String person, String why, Instant now) {
        return payout.state() == PayoutState.REVIEW
                ? new PayoutChanges(payout, now)
                        .to(PayoutState.FAILED, new Failure("rejected", why), null, null, "rejected by " + person)
                        .conclusion()
                : new Unchanged("a payout in " + payout.state() + " cannot be rejected any more");
    }

    /** The same person twice is one. */
    static boolean enough(List<String> people) {
        return new HashSet<>(people).size() >= PEOPLE;
    }

    private static PayoutChanges send(PayoutChanges changes, String reason) {
        return changes.to(PayoutState.RESERVED, reason).to(PayoutState.SENT, "about to be sent");
    }
}
