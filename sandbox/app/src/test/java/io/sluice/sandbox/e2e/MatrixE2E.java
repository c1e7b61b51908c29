package io.sluice.sandbox.e2e;

import static io.sluice.sandbox.e2e.DemoShop.assertBooksAgree;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.method.Matrix;
import io.sluice.sandbox.method.SandboxMethod;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a channel does with a payment, it ends where it must, and all books tell the same of it. */
class MatrixE2E {

    @Test
    void everyOutcomeOfEveryMethodEndsAsDocumented() {
        // What ends with people is for BankE2E: others look whether everything has come to its end by itself.
        List<Matrix.Cell> cells = Arrays.stream(SandboxMethod.values())
                .flatMap(method -> method.outcomes().stream().map(outcome -> new Matrix.Cell(method, outcome.label())))
                .filter(cell -> !cell.expected().contains("CONFLICTED"))
                .toList();

        var rows = new Matrix(SandboxFixture.place()).run(cells, Duration.ofMinutes(2));

        assertThat(rows).hasSameSizeAs(cells).allMatch(Matrix.Row::isAsExpected);
        assertBooksAgree();
    }
}
