package io.sluice.compare.profile.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfiledTest {
    private static final List<Frame> OWN = List.of(new Frame("io.sluice.core.id.Ids", "next"));
    private static final List<Frame> OPERATOR = List.of(new Frame("reactor.core.publisher.Mono", "subscribe"));

    /** Ten payments, 4 ms of Java of which 3 were sampled, 1 ms of the collector. */
    private final Profiled profiled = new Profiled(
            List.of(new Sample(OWN, 1000), new Sample(OPERATOR, 2000)),
            List.of(new Sample(OWN, 640)),
            Map.of(Purpose.OWN, 4.0, Purpose.GARBAGE, 1.0),
            10);

    @Test
    void addsUpToWhatTheKernelCounted() {
        assertThat(profiled.microsByPurpose().total()).isCloseTo(500, within(0.001));
    }

    @Test
    void spreadsWhatWasNotSampledEvenly() {
        Sums micros = profiled.microsByPurpose();

        assertThat(profiled.coverage()).isEqualTo(0.75);
        assertThat(micros.of(Purpose.OWN.label())).isCloseTo(400.0 / 3, within(0.001));
        assertThat(micros.of(Purpose.REACTOR.label())).isCloseTo(800.0 / 3, within(0.001));
        assertThat(micros.of(Purpose.GARBAGE.label())).isCloseTo(100, within(0.001));
    }

    @Test
    void countsMemoryAsItWasSampled() {
        assertThat(profiled.bytesByPurpose().total()).isEqualTo(64);
    }

    @Test
    void beginsWithTheLargest() {
        assertThat(profiled.microsByPurpose().largest(2).keySet())
                .containsExactly(Purpose.REACTOR.label(), Purpose.OWN.label());
    }
}
