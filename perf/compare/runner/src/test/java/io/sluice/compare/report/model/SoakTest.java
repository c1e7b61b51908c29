package io.sluice.compare.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoakTest {
    @Test
    void whatStaysHasNoSlope() {
        assertThat(soak(minute -> 500).growth()).isZero();
    }

    @Test
    void whatLeaksGrowsByItsSlope() {
        Soak leaking = soak(minute -> 500 + 2 * minute);

        assertThat(leaking.slopeMbPerMinute()).isCloseTo(2, within(1e-9));
        assertThat(leaking.growth()).isCloseTo(60 / 531.0, within(1e-9));
    }

    @Test
    void whatIsTakenInTheFirstFifthIsNoLeak() {
        assertThat(soak(minute -> minute <= 6 ? 300 + 30 * minute : 500).growth())
                .isZero();
    }

    private static Soak soak(DoubleUnaryOperator mbAtMinute) {
        return new Soak(IntStream.rangeClosed(1, 30)
                .mapToObj(minute -> new Soak.Look(minute, mbAtMinute.applyAsDouble(minute), 2_000))
                .toList());
    }
}
