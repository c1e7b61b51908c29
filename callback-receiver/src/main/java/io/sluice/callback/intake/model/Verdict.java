package io.sluice.callback.intake.model;

import java.util.Locale;

/** What was made of a callback. */
public enum Verdict {
    /** It changed the payment. */
    CONCLUDED,
    /** Nothing new: it was known already, or something later was. */
    UNCHANGED,
    /** Authentic, but about another amount, currency or order than ours: for people to look at. */
    MISMATCH,
    /** Forged, stale or unreadable. */
    REFUSED,
    /** Authentic, of a kind that changes no payment. */
    IGNORED;

    /** As it stands in the record and in metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the channel may stop sending it. */
    public boolean isAcknowledged() {
        return this == CONCLUDED || this == UNCHANGED || this == IGNORED;
    }
}
