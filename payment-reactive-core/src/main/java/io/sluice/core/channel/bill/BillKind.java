package io.sluice.core.channel.bill;

import java.util.Locale;

/** What a line of a bill is about. */
public enum BillKind {
    /** A payer paid; of what was held first, that it was captured. */
    CHARGE,
    /** A payer got back what he had paid, or a part of it. */
    REFUND,
    /** A charge was undone as if it had not been. */
    REVERSAL,
    /** The channel took its share, or gave it back. */
    FEE,
    /** Money left for the merchant's own account elsewhere. */
    WITHDRAWAL,
    /** What the channel calls by a name that is none of these: its status says which. */
    OTHER;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
