package io.sluice.edge.overload.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.edge.overload.model.AdaptiveLimit.Bounds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdaptiveLimitTest {

    private static final Bounds BOUNDS = new Bounds(10, 100, 200, Duration.ofMillis(100));
    private static final AdaptiveLimit FRESH = AdaptiveLimit.of(BOUNDS);

    @Test
    void fallsWhileRequestsTakeTooLongButNotBelowTheLeast() {
        AdaptiveLimit limit = FRESH.after(seen(150, 100, 5));
        assertThat(limit.value()).isEqualTo(85);
        for (int i = 0; i < 100; i++) {
            limit = limit.after(seen(1000, limit.value(), 5));
        }
        assertThat(limit.value()).isEqualTo(10);
    }

    @Test
    void risesWhileItKeepsRequestsOutThatWouldTakeLittle() {
        AdaptiveLimit limit = FRESH.after(seen(20, 100, 5));
        assertThat(limit.value()).isEqualTo(106);
        for (int i = 0; i < 100; i++) {
            limit = limit.after(seen(20, limit.value(), 5));
        }
        assertThat(limit.value()).isEqualTo(200);
    }

    @Test
    void staysWhereFewAreSlowOrNothingIsKnown() {
        assertThat(FRESH.after(seen(5, 3, 0)).after(seen(900, 3, 0)).value()).isEqualTo(100);
        assertThat(FRESH.after(new Interval(0, 0, 100, 50, 0))).isEqualTo(FRESH);
        assertThat(FRESH.after(seen(20, 100, 0)).value()).isEqualTo(100);
    }

    @Test
    void learnsWhatIsUsualInQuietTimesOnly() {
        AdaptiveLimit limit = FRESH.after(seen(20, 10, 0));
        assertThat(limit.usualNanos()).isEqualTo(20e6);
        for (int i = 0; i < 1000; i++) {
            limit = limit.after(seen(80, 10, 0));
        }
        assertThat(limit.usualNanos()).isBetween(79e6, 80e6);
        assertThat(limit.after(seen(170, 100, 5)).value()).isGreaterThan(100);
        assertThat(limit.after(seen(170, 100, 5)).usualNanos()).isEqualTo(limit.usualNanos());
        assertThat(limit.after(seen(70, 10, 0, 1))).isEqualTo(limit);
    }

    @Test
    void whatHoldsUpRequestsForAMomentIsNotUsual() {
        AdaptiveLimit limit = FRESH.after(seen(20, 10, 0));
        for (int i = 0; i < 1000; i++) {
            limit = limit.after(seen(i % 5 == 0 ? 60 : 20, 10, 0));
        }
        assertThat(limit.usualNanos()).isBetween(20e6, 24e6);
    }

    @Test
    void asManyAreWorkedOnAsAreDoneMeanwhile() {
        AdaptiveLimit limit = FRESH.after(seen(20, 10, 0));
        assertThat(limit.workedOn(1e6, Duration.ofMillis(5))).isEqualTo(25);
        assertThat(limit.workedOn(100e6, Duration.ofMillis(5))).isZero();
    }

    @Test
    void returnsToWhereItBeganWhenItIsQuiet() {
        AdaptiveLimit limit = new AdaptiveLimit(BOUNDS, 10, 0);
        for (int i = 0; i < 60; i++) {
            limit = limit.after(seen(5, 2, 0));
        }
        assertThat(limit.value()).isEqualTo(100);
    }

    @Test
    void boundsAreBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(10, 5, 20, Duration.ofMillis(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(1, 5, 20, Duration.ZERO));
    }

    private static Interval seen(long ownMsEach, int peak, long refused) {
        return seen(ownMsEach, peak, refused, 0);
    }

    private static Interval seen(long ownMsEach, int peak, long refused, long overShare) {
        return new Interval(10, 10 * ownMsEach * 1_000_000, peak, refused, overShare);
    }
}
