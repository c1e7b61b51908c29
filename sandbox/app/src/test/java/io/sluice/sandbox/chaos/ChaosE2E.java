package io.sluice.sandbox.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.e2e.FreePlaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kill, and a cut that nobody is told of; {@code ./sluice chaos} runs all there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChaosE2E {
    private static final int SEED = 1;
    private static final int PER_SECOND = 15;
    private static final int SECONDS = 4;

    private Rigs rigs = Rigs.on(FreePlaces.base(), doing -> {});

    @BeforeAll
    void start() {
        rigs.rig();
    }

    @AfterAll
    void end() {
        rigs.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill-callback", "half-open-postgres"})
    void everyInvariantHoldsAfter(String fault) {
        Result result = new Trial(Fault.named(fault), SEED, PER_SECOND, SECONDS, 1).run(rigs.rig());

        assertThat(result.findings())
                .allSatisfy(finding ->
                        assertThat(finding.violations()).as(finding.rule()).isEmpty());
        assertThat(result.seen().acknowledged()).isPositive();
    }
}
