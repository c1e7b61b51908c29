package io.sluice.compare.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void theMedianOfThreeIsTheMiddleOne() {
        assertThat(Spread.of(DoubleStream.of(3, 1, 2))).isEqualTo(new Spread(1, 2, 3));
    }

    @Test
    void theMedianOfFourIsBetweenTheMiddleTwo() {
        assertThat(Spread.of(DoubleStream.of(4, 1, 3, 2)).median()).isEqualTo(2.5);
    }

    @Test
    void ratiosCompareWhatRanInTheSameRound() {
        // The machine is half as fast in the second round, and the ratio does not notice.
        var rounds = new Rounds(List.of(
                round(1, "sluice", 9000), round(1, "mvc", 3000), round(2, "mvc", 1500), round(2, "sluice", 4500)));

        assertThat(Ratio.PAYMENTS_PER_S.of(rounds)).contains(new Spread(3, 3, 3));
    }

    @Test
    void aRatioWithoutItsContestantIsLeftOut() {
        var rounds = new Rounds(List.of(round(1, "sluice", 9000)));

        assertThat(Ratio.PAYMENTS_PER_S.of(rounds)).isEmpty();
    }

    @Test
    void theGeneratorIsInNoSum() {
        assertThat(round(1, "sluice", 9000).totalCpuMs()).isCloseTo(0.3, within(1e-9));
    }

    private static Round round(int number, String contestant, double perSecond) {
        var cpu = Map.of("service", 0.2, "PostgreSQL", 0.1);
        return new Round(
                number, Load.SATURATED, contestant, 60_000, 0, perSecond, 101, 105, 140, cpu, 0.015, 0, 400, 75_000);
    }
}
