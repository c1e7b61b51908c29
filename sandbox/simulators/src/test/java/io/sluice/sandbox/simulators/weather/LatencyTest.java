package io.sluice.sandbox.simulators.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sandbox.simulators.weather.model.Latency;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private static final int DRAWS = 20_000;

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    private static double[] sorted(Latency latency) {
        var dice = new SplittableRandom(7);
        double[] drawn =
                dice.doubles(DRAWS).map(u -> latency.at(u).toNanos() / 1e6).toArray();
        Arrays.sort(drawn);
        return drawn;
    }

    @Test
    void aFixedOneIsAlwaysTheSame() {
        assertThat(sorted(new Latency.Fixed(ms(40)))).containsOnly(40);
    }

    @Test
    void aUniformOneStaysWithinItsEndsAndFillsThem() {
        double[] drawn = sorted(new Latency.Uniform(ms(20), ms(120)));
        assertThat(drawn[0]).isBetween(20.0, 21.0);
        assertThat(drawn[DRAWS - 1]).isBetween(119.0, 120.0);
        assertThat(drawn[DRAWS / 2]).isBetween(67.0, 73.0);
    }

    @Test
    void aLognormalOneHasTheMedianAndThe99thPercentileThatWereAsked() {
        var latency = new Latency.Lognormal(ms(50), ms(2000));
        double[] drawn = sorted(latency);
        assertThat(drawn[DRAWS / 2]).isBetween(46.0, 54.0);
        assertThat(drawn[DRAWS * 99 / 100]).isBetween(1600.0, 2500.0);
        assertThat(latency.at(0.5).toMillis()).isBetween(49L, 51L);
        assertThat(latency.at(0.99).toMillis()).isBetween(1999L, 2001L);
    }

    @Test
    void noneTakesForEver() {
        assertThat(new Latency.Lognormal(ms(60_000), ms(600_000)).at(Math.nextDown(1.0)))
                .isLessThanOrEqualTo(Latency.LONGEST);
    }

    @Test
    void endsInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> new Latency.Uniform(ms(2), ms(1))).hasMessageContaining("must not be less");
        assertThatThrownBy(() -> new Latency.Lognormal(ms(0), ms(1))).hasMessageContaining("above 0");
    }
}
