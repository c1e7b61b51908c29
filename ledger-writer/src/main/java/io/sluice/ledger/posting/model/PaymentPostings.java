package io.sluice.ledger.posting.model;

import io.sluice.core.id.PaymentId;
import java.util.List;

/**
 * What is to be done about some events of one payment, oldest first. They are written together, so that a
 * later event never takes effect before an earlier one.
 */
public record PaymentPostings(PaymentId payment, List<Posting> postings) {

    /** @throws IllegalArgumentException when a posting is another payment's or there is none */
    public PaymentPostings {
        postings = List.copyOf(postings);
        if (postings.isEmpty()) {
            throw new IllegalArgumentException("nothing to post for " + payment);
        }
        for (Posting posting : postings) {
            if (!posting.event().paymentId().equals(payment)) {
                throw new IllegalArgumentException(posting.event().id() + " is an event of "
                        + posting.event().paymentId() + ", not of " + payment);
            }
        }
    }
}
