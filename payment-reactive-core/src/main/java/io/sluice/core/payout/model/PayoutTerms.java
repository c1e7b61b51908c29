package io.sluice.core.payout.model;

/**
 * How far payouts of a merchant in one currency go by themselves.
 *
 * @param reviewAboveMinor payouts over more need two people
 */
public record PayoutTerms(long reviewAboveMinor) {

    /** Where operators have said nothing: people look at each. */
    public static final PayoutTerms REVIEW_ALL = new PayoutTerms(0);

    /** @throws IllegalArgumentException when the limit is below zero */
    public PayoutTerms {
        if (reviewAboveMinor < 0) {
            throw new IllegalArgumentException(
                    "review_above is " + reviewAboveMinor + "; it must be zero or more minor units");
        }
    }

    boolean needReview(long amountMinor) {
        return amountMinor > reviewAboveMinor;
    }
}
