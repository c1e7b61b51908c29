package io.sluice.perf;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenariosTest {
    private static final Path SOURCES = Path.of("src/test/java/io/sluice/perf");
    private static final int SCENARIOS = 11;

    /** Only Gatling itself may make one, but what a class cannot be linked to is found here. */
    @Test
    void everyScenarioCanBeLoaded() throws IOException, ClassNotFoundException {
        int scenarios = 0;
        for (String name : names()) {
            Class<?> type = Class.forName("io.sluice.perf." + name, true, ScenariosTest.class.getClassLoader());
            if (Simulation.class.isAssignableFrom(type)) {
                assertThat(type.getDeclaredConstructors()).as(name).hasSize(1);
                scenarios++;
            }
        }
        assertThat(scenarios).isEqualTo(SCENARIOS);
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
        }
    }
}
