package io.sluice.core.id;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Ids that come again when the same work is done again with the same seed; for simulations. */
public final class RepeatableIds {

    private static final ScopedValue<RepeatableIds> BOUND = ScopedValue.newInstance();

    private final SplittableRandom random;
    private final LongSupplier millis;
    private long last;

    private RepeatableIds(long seed, LongSupplier millis) {
        this.random = new SplittableRandom(seed);
        this.millis = millis;
    }

    /**
     * Does the work; what it makes ids for on this thread gets repeatable ones.
     *
     * @param millis the time in milliseconds since 1970
     */
    public static <T> T during(long seed, LongSupplier millis, Supplier<T> work) {
        return ScopedValue.where(BOUND, new RepeatableIds(seed, millis)).call(work::get);
    }

    static boolean areWanted() {
        return BOUND.isBound();
    }

    static UUID next() {
        RepeatableIds ids = BOUND.get();
        ids.last = Math.max(ids.last + 1, ids.millis.getAsLong() << 12);
        return PrefixedUuid.of(ids.last, ids.random.nextLong());
    }
}
