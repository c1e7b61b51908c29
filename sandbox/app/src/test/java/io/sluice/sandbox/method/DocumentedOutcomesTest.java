package io.sluice.sandbox.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.model.MagicAmounts;
import io.sluice.sandbox.simulators.model.Playable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/test-outcomes.md lists what every method's channel can play, and nothing else. */
class DocumentedOutcomesTest {
    private static final Path DOCUMENT = Path.of("../../docs/test-outcomes.md");

    @Test
    void everyOutcomeOfEveryMethodHasItsRow() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(SandboxMethod.values())
                        .flatMap(method -> method.outcomes().stream().map(outcome -> row(method, outcome)))
                        .toList());
    }

    private static String row(SandboxMethod method, Playable outcome) {
        var amount = MagicAmounts.of(outcome);
        return "| `%s` | `%s` | %s | %s | %s |"
                .formatted(
                        method.wireName(),
                        outcome.label(),
                        amount.isPresent() ? String.valueOf(amount.getAsLong()) : "any other",
                        outcome.description(),
                        String.join(" or ", ExpectedEnd.of(method, outcome.label())));
    }
}
