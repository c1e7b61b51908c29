package io.sluice.sandbox.checker;

import io.sluice.sandbox.checker.check.AllEnded;
import io.sluice.sandbox.checker.check.Check;
import io.sluice.sandbox.checker.evidence.Evidence;
import io.sluice.sandbox.checker.evidence.EvidenceException;
import io.sluice.sandbox.checker.evidence.Sources;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The checker, for other programs and as one of its own. */
public final class Checker {
    private static final String USAGE = "usage: JDBC_URL BOOK_URL WEBHOOK_LOG ENDPOINT_URL [HISTORY]";

    private Checker() {}

    /**
     * Reads all the evidence once and makes every check.
     *
     * @throws EvidenceException when some of it cannot be read
     */
    public static List<Finding> check(Sources sources) {
        var evidence = Evidence.read(sources);
        return Check.all().stream()
                .map(check -> new Finding(check.name(), check.rule(), check.violations(evidence)))
                .toList();
    }

    /**
     * Counts the payments, refunds and payouts that have not come to their end and do not wait for people.
     *
     * @throws EvidenceException when some of the evidence cannot be read
     */
    public static int inFlight(Sources sources) {
        return new AllEnded().violations(Evidence.read(sources)).size();
    }

    /** Prints every check with its violations and exits with 2 when there are any. */
    public static void main(String[] args) {
        if (args.length < 4 || args.length > 5) {
            System.err.println(USAGE);
            System.exit(64);
        }
        var sources = new Sources(
                args[0],
                List.of(URI.create(args[1])),
                Path.of(args[2]),
                args[3],
                args.length == 5 ? Path.of(args[4]) : null);
        List<Finding> findings = check(sources);
        for (Finding finding : findings) {
            System.out.println((finding.holds() ? "ok    " : "WRONG ") + finding.check() + ": " + finding.rule());
            finding.violations().forEach(violation -> System.out.println("      " + violation));
        }
        System.exit(findings.stream().allMatch(Finding::holds) ? 0 : 2);
    }
}
