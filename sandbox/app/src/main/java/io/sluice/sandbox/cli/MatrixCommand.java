package io.sluice.sandbox.cli;

import io.sluice.sandbox.method.Matrix;
import io.sluice.sandbox.method.SandboxMethod;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pays with every method and every outcome. */
@Command(
        name = "matrix",
        description =
                "Pays once with each method for each outcome its channel can play, and prints where each payment came to; "
                        + "fails when one did not come to where it must.",
        footer = {
            "",
            "Examples:",
            "  ./sluice matrix",
            "  ./sluice matrix --method card --method paypal",
            "  ./sluice matrix --outcome timeout-charged"
        })
final class MatrixCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Option(names = "--method", paramLabel = "NAME", description = "only this one; may be given several times")
    private @Nullable List<String> methods;

    @Option(names = "--outcome", paramLabel = "NAME", description = "only this one")
    private @Nullable String outcome;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "90",
            description = "how long all may take that can be tried together (default: ${DEFAULT-VALUE})")
    private int patienceSeconds;

    @Override
    public Integer call() {
        var place = sandbox.running();
        var rows = new Matrix(place).run(cells(), Duration.ofSeconds(patienceSeconds));
        System.out.printf("%-16s %-20s %-17s %-18s %s%n", "method", "outcome", "must be", "is", "payment");
        rows.forEach(row -> System.out.printf(
                "%-16s %-20s %-17s %-18s %s%n",
                row.cell().method().wireName(),
                row.cell().outcome(),
                String.join(" or ", row.cell().expected()),
                row.isAsExpected() ? row.state() : row.state() + " (!)",
                row.payment()));
        long wrong = rows.stream().filter(row -> !row.isAsExpected()).count();
        System.out.printf(
                "%d payments, %s%n",
                rows.size(), wrong == 0 ? "all where they must be" : wrong + " not where they must be");
        return wrong == 0 ? Commands.OK : Commands.DIFFERENCES;
    }

    private List<Matrix.Cell> cells() {
        return methods().flatMap(this::cells).toList();
    }

    private Stream<Matrix.Cell> cells(SandboxMethod method) {
        return outcome == null
                ? method.outcomes().stream().map(one -> new Matrix.Cell(method, one.label()))
                : Stream.of(new Matrix.Cell(method, method.outcome(outcome)));
    }

    private Stream<SandboxMethod> methods() {
        return methods == null
                ? Arrays.stream(SandboxMethod.values())
                : methods.stream().map(SandboxMethod::required);
    }
}
