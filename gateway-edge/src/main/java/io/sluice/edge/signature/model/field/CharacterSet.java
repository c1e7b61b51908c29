package io.sluice.edge.signature.model.field;

import java.util.function.IntPredicate;

/** Some of the ASCII characters, a bit each: every character of every signed request is looked up. */
final class CharacterSet {

    private static final int ASCII = 128;

    private final long low;
    private final long high;

    private CharacterSet(long low, long high) {
        this.low = low;
        this.high = high;
    }

    /** The ASCII characters that the rule lets through. */
    static CharacterSet of(IntPredicate rule) {
        long low = 0;
        long high = 0;
        for (int c = 0; c < Long.SIZE; c++) {
            low |= rule.test(c) ? 1L << c : 0;
            high |= rule.test(c + Long.SIZE) ? 1L << c : 0;
        }
        return new CharacterSet(low, high);
    }

    boolean has(char c) {
        return c < ASCII && ((c < Long.SIZE ? low : high) >>> c & 1) != 0;
    }
}
