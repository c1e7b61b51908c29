package io.sluice.sandbox.chaos;

import io.sluice.sandbox.checker.Checker;
import io.sluice.sandbox.checker.Finding;
import io.sluice.sandbox.checker.evidence.EvidenceException;
import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.SandboxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * One fault under load.
 *
 * @param perSecond how many payments are asked for a second
 * @param seconds how long the load goes on at least
 * @param inFlight how many payments and refunds must be under way before the fault comes
 */
public record Trial(Fault fault, long seed, int perSecond, int seconds, int inFlight) {
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
    private static final Duration FLOWING_WITHIN = Duration.ofSeconds(15);
    private static final Duration AFTERWARDS = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LOOK_OFTEN = Duration.ofMillis(100);

    /** Runs it, and returns when all has settled or should have. */
    public Result run(Rig rig) {
        var random = new Random(seed);
        Instant begun = Instant.now();
        var load = Load.begin(rig, new Random(seed), perSecond);
        Tally.Counts seen;
        int struckInFlight;
        try (var striker = Executors.newVirtualThreadPerTaskExecutor()) {
            var strike = striker.submit(() -> strike(rig, load, random));
            // A process may take its time to come back, and the load must not starve it.
            Pause.until(FLOWING_WITHIN.plusSeconds(seconds), strike::isDone);
            Pause.of(AFTERWARDS);
            Pause.until(Duration.ofSeconds(seconds).minus(since(begun)), () -> false);
            seen = load.end();
            struckInFlight = strike.get();
        } catch (ExecutionException e) {
            throw SandboxException.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted", e);
        }
        Instant over = Instant.now();
        load.askAgain();
        return settled(rig, seen, struckInFlight, over);
    }

    /** Strikes when payments flow, at a moment that the seed draws, and tells how many were in flight. */
    private int strike(Rig rig, Load load, Random random) {
        Pause.until(FLOWING_WITHIN, () -> load.seen().acknowledged() >= perSecond);
        Pause.of(Duration.ofMillis(random.nextInt(seconds * 300)));
        int underWay = awaitInFlight(rig);
        fault.strike().on(rig, random);
        return underWay;
    }

    private int awaitInFlight(Rig rig) {
        Instant deadline = Instant.now().plus(FLOWING_WITHIN);
        int underWay = Checker.inFlight(rig.sources());
        while (underWay < inFlight) {
            if (Instant.now().isAfter(deadline)) {
                throw new SandboxException("only " + underWay + " payments and refunds are in flight at " + perSecond
                        + " payments a second, not " + inFlight + "; a higher --rate brings more");
            }
            Pause.of(LOOK_OFTEN);
            underWay = Checker.inFlight(rig.sources());
        }
        return underWay;
    }

    private static Duration since(Instant begun) {
        return Duration.between(begun, Instant.now());
    }

    private Result settled(Rig rig, Tally.Counts seen, int struckInFlight, Instant over) {
        Instant deadline = Instant.now().plus(SETTLED_WITHIN);
        List<Finding> findings = look(rig);
        while (!holds(findings) && Instant.now().isBefore(deadline)) {
            Pause.of(LOOK_EVERY);
            findings = look(rig);
        }
        return new Result(this, seen, struckInFlight, since(over), findings);
    }

    private static boolean holds(List<Finding> findings) {
        return findings.stream().allMatch(Finding::holds);
    }

    private static List<Finding> look(Rig rig) {
        try {
            return Checker.check(rig.sources());
        } catch (EvidenceException e) {
            return List.of(
                    new Finding("evidence", "all the evidence can be read", List.of(String.valueOf(e.getMessage()))));
        }
    }
}
