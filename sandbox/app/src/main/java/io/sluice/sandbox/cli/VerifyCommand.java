package io.sluice.sandbox.cli;

import io.sluice.sandbox.books.ExpectedPayments;
import io.sluice.sandbox.books.Finding;
import io.sluice.sandbox.books.Verification;
import io.sluice.sandbox.books.Waiting;
import io.sluice.sandbox.place.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares all books. */
@Command(
        name = "verify",
        description = {
            "Payments = channel's book = ledger = events delivered? Names what differs and exits 2 when anything does.",
            "What waits for people is no difference: it is listed, with what the channel's book says of it.",
            "What has just happened may still be on its way, so it waits a little before it calls it a difference."
        },
        footer = {"", "Examples:", "  ./sluice verify", "  ./sluice verify --wait 120 --all-ended"})
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "how long what is on its way may take (default: ${DEFAULT-VALUE})")
    private int waitSeconds;

    @Option(names = "--all-ended", description = "a payment that has not come to its end is a difference too")
    private boolean allEnded;

    @Option(
            names = "--expect",
            paramLabel = "FILE",
            description = "a file with ids of payments, one a line, all of which must be there")
    private @Nullable Path expected;

    @Override
    public Integer call() {
        var place = sandbox.running();
        var verification = Verification.settled(place, Duration.ofSeconds(waitSeconds), this::isWell);
        print(verification);
        if (!verification.waiting().isEmpty()) {
            System.out.println(verification.waiting().size() + " of them for people (./sluice decide --help):");
            Verdicts.list(verification.waiting().stream().map(Waiting::toString).toList());
        }
        if (allEnded) {
            Verdicts.list(verification.open());
        }
        boolean complete = expected == null || hasAll(place, expected);
        return complete && isWell(verification) ? Commands.OK : Commands.DIFFERENCES;
    }

    private boolean isWell(Verification verification) {
        return verification.holds() && (!allEnded || verification.open().isEmpty());
    }

    private static boolean hasAll(Place place, Path file) {
        var finding = ExpectedPayments.look(place, file);
        print(finding);
        return finding.holds();
    }

    /** Each rule with what breaks it, and how many payments there are. */
    static void print(Verification verification) {
        verification.findings().forEach(VerifyCommand::print);
        System.out.printf(
                "%d payments, %d of them not at their end yet%n",
                verification.payments(), verification.open().size());
    }

    private static void print(Finding finding) {
        Verdicts.print(finding.rule(), finding.differences());
    }
}
