package io.sluice.core.channel;

/** What a batch came to: what was charged and not undone, and what was refunded; minor units of the terminal's one currency, and how many. */
public record BatchTotals(long chargedMinor, int charges, long refundedMinor, int refunds) {

    public static final BatchTotals NOTHING = new BatchTotals(0, 0, 0, 0);

    /** @throws IllegalArgumentException for what no batch comes to */
    public BatchTotals {
        if (chargedMinor < 0 || charges < 0 || refundedMinor < 0 || refunds < 0) {
            throw new IllegalArgumentException("totals of a batch are not negative: " + chargedMinor + " in " + charges
                    + " charges, " + refundedMinor + " in " + refunds + " refunds");
        }
    }

    /** With one more. */
    public BatchTotals plus(BatchLine line) {
        return line.refund()
                ? new BatchTotals(chargedMinor, charges, Math.addExact(refundedMinor, line.amountMinor()), refunds + 1)
                : new BatchTotals(Math.addExact(chargedMinor, line.amountMinor()), charges + 1, refundedMinor, refunds);
    }
}
