package io.sluice.compare.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoalTest {
    @Test
    void theMedianDecides() {
        assertThat(Goal.atLeast(2.5, "faster", found(2.4, 2.5, 2.6)).isReached())
                .isTrue();
        assertThat(Goal.atLeast(2.5, "faster", found(2.4, 2.49, 2.6)).isReached())
                .isFalse();
        assertThat(Goal.atMost(0.4, "cheaper", found(0.3, 0.4, 0.5)).isReached())
                .isTrue();
        assertThat(Goal.atMost(0.4, "cheaper", found(0.3, 0.41, 0.5)).isReached())
                .isFalse();
    }

    @Test
    void whatWasNotMeasuredIsNotReached() {
        Goal goal = Goal.atMost(0.4, "cheaper", Optional.empty());

        assertThat(goal.isMeasured()).isFalse();
        assertThat(goal.isReached()).isFalse();
    }

    private static Optional<Spread> found(double lowest, double median, double highest) {
        return Optional.of(new Spread(lowest, median, highest));
    }
}
