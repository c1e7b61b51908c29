package io.sluice.channels.bank.model;

import org.jspecify.annotations.Nullable;

/** Why something is taken back: DE 39 of its reversal. */
public enum ReversalReason {
    /** No answer came. */
    NO_ANSWER("98"),
    /** The answer's MAC was wrong. */
    WRONG_MAC("A0"),
    /** The host answered, and did not say what became of it, or not what was asked for. */
    OTHER("06");

    private final String code;

    ReversalReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** @param doubt with which the outcome became unknown: the host's own DE 39, or our word; null where nothing came at all */
    public static ReversalReason of(@Nullable String doubt) {
        if (doubt == null) {
            return NO_ANSWER;
        }
        if (doubt.equals(Message.WRONG_MAC)) {
            return WRONG_MAC;
        }
        return doubt.matches("[0-9A-Z]{2}") ? OTHER : NO_ANSWER;
    }
}
