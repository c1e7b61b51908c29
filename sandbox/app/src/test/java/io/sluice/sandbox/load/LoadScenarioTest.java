package io.sluice.sandbox.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadScenarioTest {
    private static final Path GATLING = Path.of("../../perf/gatling");

    @Test
    void everyScenarioIsASimulationOfPerfGatlingAndTheOtherWayRound() throws IOException {
        Path sources = GATLING.resolve("src/test/java");
        try (Stream<Path> files = Files.list(sources.resolve("io/sluice/perf"))) {
            List<String> simulations = files.filter(LoadScenarioTest::isSimulation)
                    .map(file ->
                            "io.sluice.perf." + file.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(simulations)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(LoadScenario.values())
                            .map(LoadScenario::simulation)
                            .toList());
        }
    }

    private static boolean isSimulation(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && Files.readString(file).matches("(?s).*class \\w+ extends (Simulation|Steady) .*");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theReadmeTellsOfEveryScenario() throws IOException {
        String readme = Files.readString(GATLING.resolve("README.md"));
        for (LoadScenario scenario : LoadScenario.values()) {
            assertThat(readme).contains("| `" + scenario.label() + "` |");
        }
    }

    @Test
    void anUnknownNameIsToldAllThereAre() {
        assertThatThrownBy(() -> LoadScenario.named("stedy"))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("'stedy'")
                .hasMessageContaining("steady, ramp, spike")
                .hasMessageContaining("stalled-sse");
    }

    @Test
    void numbersOutOfRangeAreRefusedByTheirOption() {
        assertThatThrownBy(() -> LoadPlan.of(LoadScenario.STEADY, 0, null, null))
                .hasMessage("--rate must be at least 1, not 0");
        assertThatThrownBy(() -> LoadPlan.of(LoadScenario.SSE, null, null, -1))
                .hasMessage("--users must be at least 1, not -1");
        assertThatThrownBy(() -> LoadPlan.of(LoadScenario.STEADY, null, Duration.ofMillis(10), null))
                .hasMessageContaining("--duration must be at least 1s");
    }

    @Test
    void onlyOverloadHasToFindOutItsRate() {
        assertThat(Arrays.stream(LoadScenario.values())
                        .filter(one -> LoadPlan.of(one, null, null, null).needsCapacity()))
                .containsExactly(LoadScenario.OVERLOAD);
    }
}
