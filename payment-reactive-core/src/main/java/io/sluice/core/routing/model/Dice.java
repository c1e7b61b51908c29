package io.sluice.core.routing.model;

/** Throws that follow from a seed alone, on every machine and in every version of Java. */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Dice() {}

    /**
     * From 0 to {@code sides - 1}, all as likely.
     *
     * @param cast tells the throws of one seed apart
     */
    static int roll(long seed, int cast, int sides) {
        return (int) Math.unsignedMultiplyHigh(mixed(seed + GOLDEN * (cast + 1L)), sides);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): every bit of the input moves every bit of the output. */
    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
