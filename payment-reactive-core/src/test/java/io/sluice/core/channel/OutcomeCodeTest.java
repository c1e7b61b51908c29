package io.sluice.core.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.OutcomeCode.Advice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documented words are those of the code. */
class OutcomeCodeTest {

    private static final Pattern CODE = Pattern.compile("(?m)^\\| `(\\w+)` \\| `(\\w+)` \\| (yes|no) \\|");
    private static final Pattern ADVICE = Pattern.compile("(?m)^\\| `(\\w+)` \\| [A-Z]");

    private final String document = read();

    @Test
    void everyCodeIsDocumentedAsItIs() {
        List<String> documented = CODE.matcher(document)
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(OutcomeCode.values())
                        .map(code -> code.wireName() + " " + code.advice().wireName() + " "
                                + (code.payerMayRetry() ? "yes" : "no"))
                        .toList());
    }

    @Test
    void everyAdviceIsExplained() {
        assertThat(ADVICE.matcher(document).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(
                        Arrays.stream(Advice.values()).map(Advice::wireName).toList());
    }

    @Test
    void codesAreFoundByTheirWrittenForm() {
        for (OutcomeCode code : OutcomeCode.values()) {
            assertThat(OutcomeCode.of(code.wireName())).contains(code);
        }
        assertThat(OutcomeCode.of("of_another_world")).isEmpty();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../docs/outcome-codes.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
