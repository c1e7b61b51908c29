package io.sluice.notifier.delivery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final RetrySchedule STANDARD = RetrySchedule.STANDARD;

    @Test
    void growsToADayAndEndsWithinThreeDays() {
        assertThat(STANDARD.delays()).isSorted();
        assertThat(STANDARD.delays().getFirst()).isEqualTo(Duration.ofSeconds(5));
        assertThat(STANDARD.delays().getLast()).isEqualTo(Duration.ofDays(1));
        Duration total = STANDARD.delays().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(total).isBetween(Duration.ofHours(66), Duration.ofDays(3));
    }

    @Test
    void spreadsEachDelayByAFifthToEitherSide() {
        Random random = new Random(7);
        IntStream.rangeClosed(1, 10).forEach(failures -> {
            Duration delay = STANDARD.delays().get(failures - 1);
            Duration spread = STANDARD.delayAfter(failures, random.nextDouble(), Optional.empty())
                    .orElseThrow();
            assertThat(spread.toMillis()).isBetween(delay.toMillis() * 4 / 5, delay.toMillis() * 6 / 5);
        });
        assertThat(after(1, 0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(after(1, 1)).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void isExhaustedAfterTheLastDelay() {
        assertThat(STANDARD.delayAfter(10, 0.5, Optional.empty())).isPresent();
        assertThat(STANDARD.delayAfter(11, 0.5, Optional.empty())).isEmpty();
        assertThat(STANDARD.delayAfter(11, 0.5, Optional.of(Duration.ofHours(1))))
                .isEmpty();
    }

    @Test
    void honoursALongerRetryAfterUpToTheLongestDelay() {
        assertThat(STANDARD.delayAfter(1, 0.5, Optional.of(Duration.ofMinutes(7))))
                .contains(Duration.ofMinutes(7));
        assertThat(STANDARD.delayAfter(1, 0.5, Optional.of(Duration.ofDays(9)))).contains(Duration.ofDays(1));
        assertThat(STANDARD.delayAfter(2, 0.5, Optional.of(Duration.ofSeconds(1))))
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void scalesAllOfIt() {
        RetrySchedule scaled = STANDARD.scaledBy(0.001);
        assertThat(scaled.delayAfter(1, 0.5, Optional.empty())).contains(Duration.ofMillis(5));
        assertThat(scaled.delayAfter(1, 0.5, Optional.of(Duration.ofDays(9)))).contains(Duration.ofMillis(86_400));
    }

    private static Duration after(int failures, double jitter) {
        return STANDARD.delayAfter(failures, jitter, Optional.empty()).orElseThrow();
    }
}
