package io.sluice.edge.overload.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.overload.model.AdaptiveLimit.Bounds;
import io.sluice.edge.overload.model.SimulatedGateway.Seen;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of gateways fast and slow, over disks fast and slow. */
class AdaptiveLimitProperties {

    private static final int PATIENCE_MS = 100;
    private static final Bounds BOUNDS = new Bounds(32, 512, 8192, Duration.ofMillis(PATIENCE_MS));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void asMuchIsDoneAsCanBeAndNobodyWaitsLong(long seed) {
        Random random = new Random(seed);
        double capacityPerMs = Math.exp(random.nextDouble(Math.log(0.5), Math.log(20)));
        int aloneMs = random.nextInt(2, 120);
        String what = "seed " + seed + ": " + capacityPerMs + " a ms, alone " + aloneMs + " ms";
        SimulatedGateway gateway = new SimulatedGateway(AdaptiveLimit.of(BOUNDS), capacityPerMs, aloneMs, random);

        gateway.run(0.5, 10_000);
        assertThat(gateway.run(0.5, 60_000).refused()).as(what + " quiet").isZero();

        gateway.run(2, 10_000);
        Seen twice = gateway.run(2, 30_000);
        assertThat(twice.goodput()).as(what + " twice").isGreaterThan(0.95);
        assertThat(twice.ownMs()).as(what + " twice").isLessThan(1.25 * (PATIENCE_MS + 2 * aloneMs));

        Seen tenfold = gateway.run(10, 300_000);
        assertThat(tenfold.goodput()).as(what + " tenfold").isGreaterThan(0.95);
        assertThat(tenfold.ownMs()).as(what + " tenfold").isLessThan(1.25 * (PATIENCE_MS + 2 * aloneMs));

        gateway.run(0.5, 5_000);
        assertThat(gateway.run(0.5, 10_000).refused()).as(what + " after").isZero();
    }
}
