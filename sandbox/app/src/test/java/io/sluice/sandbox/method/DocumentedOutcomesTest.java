package io.sluice.sandbox.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.payout.ExpectedPayout;
import io.sluice.sandbox.simulators.model.MagicAmounts;
import io.sluice.sandbox.simulators.model.Playable;
import io.sluice.sandbox.simulators.unionpay.model.PayoutPlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/test-outcomes.md lists what every method's channel can play and what a payout can meet with, and nothing else. */
class DocumentedOutcomesTest {
    private static final Path DOCUMENT = Path.of("../../docs/test-outcomes.md");

    @Test
    void everyOutcomeOfEveryMethodHasItsRow() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Stream.concat(
                                Arrays.stream(SandboxMethod.values())
                                        .flatMap(method -> method.outcomes().stream()
                                                .map(outcome -> row(
                                                        method.wireName(),
                                                        outcome,
                                                        ExpectedEnd.of(method, outcome.label())))),
                                Arrays.stream(PayoutPlay.values())
                                        .map(outcome -> row("payout", outcome, List.of(ExpectedPayout.end(outcome)))))
                        .toList());
    }

    private static String row(String method, Playable outcome, List<String> ends) {
        var amount = MagicAmounts.of(outcome);
        return "| `%s` | `%s` | %s | %s | %s |"
                .formatted(
                        method,
                        outcome.label(),
                        amount.isPresent() ? String.valueOf(amount.getAsLong()) : "any other",
                        outcome.description(),
                        String.join(" or ", ends));
    }
}
