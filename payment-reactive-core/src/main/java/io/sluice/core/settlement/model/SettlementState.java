package io.sluice.core.settlement.model;

import java.util.Locale;

/** How far the settlement of a batch is; {@link SettlementPolicy} says what follows what. */
public enum SettlementState {
    /** The day is over; our totals are not told yet. */
    DUE,
    /** Our totals are told, or about to be; the host has not answered. */
    ASKED,
    /** The host has the same: the end. */
    AGREED,
    /** The host has something else; each transaction is uploaded next. */
    DISAGREED,
    /** It has been told each transaction: the end, and people compare. */
    UPLOADED;

    public boolean isFinal() {
        return this == AGREED || this == UPLOADED;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
