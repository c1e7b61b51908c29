package io.sluice.compare.report.model;

import java.util.Optional;

/**
 * A row of what shall be reached.
 *
 * @param atLeast whether more is better
 * @param found empty when it was not measured
 */
public record Goal(String what, boolean atLeast, double bound, Optional<Spread> found) {

    static Goal atLeast(double bound, String what, Optional<Spread> found) {
        return new Goal(what, true, bound, found);
    }

    static Goal atMost(double bound, String what, Optional<Spread> found) {
        return new Goal(what, false, bound, found);
    }

    /** By the median. */
    public boolean isReached() {
        return found.filter(spread -> atLeast ? spread.median() >= bound : spread.median() <= bound)
                .isPresent();
    }

    public boolean isMeasured() {
        return found.isPresent();
    }
}
