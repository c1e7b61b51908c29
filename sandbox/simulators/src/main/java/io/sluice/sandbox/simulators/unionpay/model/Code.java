package io.sluice.sandbox.simulators.unionpay.model;

import java.util.Arrays;

/** What a payer's code brings about. Every payer is sent the right one; a tester hands over the one that he wants to see. */
public enum Code {
    RIGHT("111111", "the card is bound"),
    TOO_LATE("222222", "as if the right code came too late (71)"),
    REFUSED("333333", "the payer's bank refuses (60)"),
    TIMEOUT_BOUND("444444", "the card is bound, and the request is never answered: only a query tells"),
    TIMEOUT_NOT_BOUND("555555", "the request is never answered and nothing is kept"),
    GARBAGE("666666", "the card is bound, and the answer has a bad signature"),
    WRONG("", "any other: it is not the code that was sent (71)");

    private final String digits;
    private final String description;

    Code(String digits, String description) {
        this.digits = digits;
        this.description = description;
    }

    public static Code of(String digits) {
        return Arrays.stream(values())
                .filter(code -> code.digits.equals(digits))
                .findFirst()
                .orElse(WRONG);
    }

    public String digits() {
        return digits;
    }

    public String description() {
        return description;
    }

    /** Whether the card is bound by it. */
    public boolean binds() {
        return this == RIGHT || this == TIMEOUT_BOUND || this == GARBAGE;
    }
}
