package io.sluice.compare.overload;

import io.sluice.compare.contestant.GuardedSluice;
import io.sluice.compare.load.Generator;
import io.sluice.compare.load.PreparedRequests;
import io.sluice.compare.load.Probe;
import io.sluice.compare.overload.model.Line;
import io.sluice.compare.overload.model.Probed;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.load.LoadScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Latency under a load whose generator has its core full: what Gatling sees at ten times the capacity is its own waiting as
 * well. A few payments of one of its merchants come from the gateway's half of the cores, where they wait for no more than
 * what the gateway waits for too.
 */
final class Probing {
    private static final int PER_SECOND = 50;

    /** As many as can be under way when each takes two seconds. */
    private static final int CONNECTIONS = 100;

    private static final int MOST_SECONDS = 180;

    private static final int REFUSED_WITHIN_MS = 20;

    /** What the others may lose beside a loud one. */
    private static final double TOLERANCE = 1.2;

    private static final double PERCENT = 100;

    private final Generator generator;
    private final GuardedSluice sluice;
    private final Path keys;

    Probing(Generator generator, GuardedSluice sluice, Path keys) {
        this.generator = generator;
        this.sluice = sluice;
        this.keys = keys;
    }

    /** Whether the latencies of a scenario are seen so, and not as Gatling sees them. */
    static boolean isOf(LoadScenario scenario) {
        return scenario == LoadScenario.OVERLOAD || scenario == LoadScenario.UNFAIR;
    }

    /** As the merchant whose load is too much or, where that is one of many, as another. */
    Probe begin(LoadScenario scenario) {
        String[] key = lines().get(scenario == LoadScenario.UNFAIR ? 1 : 0).split(" ", -1);
        var requests = new PreparedRequests(SignatureAlgorithm.HMAC_SHA256, key[0], key[1]);
        return generator.probe(sluice.port(), requests.prepare(PER_SECOND * MOST_SECONDS), PER_SECOND, CONNECTIONS);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the merchants' keys", e);
        }
    }

    /** By the names that the phases have in {@code perf/gatling}. */
    static List<Line> lines(LoadScenario scenario, Probed seen) {
        return scenario == LoadScenario.UNFAIR ? unfair(seen) : overload(seen);
    }

    private static List<Line> overload(Probed seen) {
        double limit = 2 * seen.grantedP99("at capacity");
        return List.of(
                overload("accepted p99 at twice the capacity", limit, seen.grantedP99("at twice the capacity")),
                refusals(seen, "at twice the capacity"),
                refusals(seen, "at ten times"),
                overload("accepted p99 10 s after the load", limit, seen.grantedP99("recovered")));
    }

    private static Line refusals(Probed seen, String phase) {
        return overload("p99 of refusals " + phase, REFUSED_WITHIN_MS, seen.refusedP99(phase));
    }

    private static Line overload(String what, double limit, double seen) {
        return Line.atMost(LoadScenario.OVERLOAD.label(), what, limit, seen, "ms");
    }

    private static List<Line> unfair(Probed seen) {
        return List.of(Line.atMost(
                LoadScenario.UNFAIR.label(),
                "another's p99 beside the loud one, of that before",
                PERCENT * TOLERANCE,
                PERCENT * seen.grantedP99Ratio("loud", "fair").median(),
                "%"));
    }
}
