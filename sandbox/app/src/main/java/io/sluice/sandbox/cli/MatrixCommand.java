package io.sluice.sandbox.cli;

import io.sluice.sandbox.method.Matrix;
import io.sluice.sandbox.method.SandboxMethod;
import io.sluice.sandbox.payout.ExpectedPayout;
import io.sluice.sandbox.payout.PayoutMatrix;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.simulators.unionpay.model.PayoutPlay;
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
                "Pays once with each method for each outcome its channel can play, pays out once for each outcome of a "
                        + "payout, and prints where each came to; fails when one did not come to where it must.",
        footer = {
            "",
            "Examples:",
            "  ./sluice matrix",
            "  ./sluice matrix --method card --method paypal",
            "  ./sluice matrix --method payout",
            "  ./sluice matrix --outcome timeout-charged"
        })
final class MatrixCommand implements Callable<Integer> {
    /** Not a method: what stands in its column for payouts. */
    private static final String PAYOUT = "payout";

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
        var payouts = payouts(place);
        if (rows.isEmpty() && payouts.isEmpty()) {
            throw new SandboxException("no payment and no payout has the outcome '" + outcome
                    + "'; docs/test-outcomes.md lists what each has");
        }
        long wrong = rows.stream().filter(row -> !row.isAsExpected()).count()
                + payouts.stream().filter(row -> !row.isAsExpected()).count();
        System.out.printf(
                "%d payments and %d payouts, %s%n",
                rows.size(), payouts.size(), wrong == 0 ? "all where they must be" : wrong + " not where they must be");
        return wrong == 0 ? Commands.OK : Commands.DIFFERENCES;
    }

    private List<PayoutMatrix.Row> payouts(Place place) {
        var outcomes = Arrays.stream(PayoutPlay.values())
                .filter(one -> methods == null || methods.contains(PAYOUT))
                .filter(one -> outcome == null || one.label().equals(outcome))
                .toList();
        var rows = outcomes.isEmpty()
                ? List.<PayoutMatrix.Row>of()
                : new PayoutMatrix(place).run(outcomes, Duration.ofSeconds(patienceSeconds));
        rows.forEach(row -> System.out.printf(
                "%-16s %-20s %-17s %-18s %s%n",
                PAYOUT,
                row.outcome().label(),
                ExpectedPayout.end(row.outcome()),
                row.isAsExpected() ? row.state() : row.state() + " (!)",
                row.payout()));
        return rows;
    }

    private List<Matrix.Cell> cells() {
        return methods().flatMap(this::cells).toList();
    }

    private Stream<Matrix.Cell> cells(SandboxMethod method) {
        return outcome == null
                ? method.outcomes().stream().map(one -> new Matrix.Cell(method, one.label()))
                : method.outcomes().stream()
                        .filter(one -> one.label().equals(outcome))
                        .map(one -> new Matrix.Cell(method, one.label()));
    }

    private Stream<SandboxMethod> methods() {
        return methods == null
                ? Arrays.stream(SandboxMethod.values())
                : methods.stream().filter(method -> !method.equals(PAYOUT)).map(SandboxMethod::required);
    }
}
