package io.sluice.sandbox.cli;

import io.sluice.sandbox.simulation.Simulation;
import io.sluice.sandbox.simulation.Verdict;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** Runs the whole gateway in simulated time, over faults that a seed decides. */
@Command(
        name = "simulate",
        description = {
            "The whole gateway in one thread, over simulated time, store, broker, channels and merchants, with the faults that",
            "a seed draws. Exits 2 when a seed breaks an invariant, with the invariant and every step that led to it."
        },
        footer = {
            "",
            "Examples:",
            "  ./sluice simulate --seeds 1000",
            "  ./sluice simulate --seed 42        one seed, step by step"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final int TOLD_EVERY = 100;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "200",
            description = "how many seeds (default: ${DEFAULT-VALUE})")
    private int seeds;

    @Option(
            names = "--from",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "the first of them (default: ${DEFAULT-VALUE})")
    private long from;

    @Option(names = "--seed", paramLabel = "SEED", description = "run this one only, and tell every step of it")
    private @Nullable Long seed;

    @Override
    public Integer call() {
        return seed == null ? many() : one(Simulation.of(seed));
    }

    private int many() {
        long began = System.nanoTime();
        long payments = 0;
        for (int done = 1; done <= seeds; done++) {
            Verdict verdict = Simulation.of(from + done - 1);
            payments += verdict.payments();
            if (!verdict.holds()) {
                return one(verdict);
            }
            if (done % TOLD_EVERY == 0 || done == seeds) {
                tell(done, payments, Duration.ofNanos(System.nanoTime() - began));
            }
        }
        System.out.println(Ansi.AUTO.string("@|green every invariant held|@"));
        return Commands.OK;
    }

    private static void tell(int done, long payments, Duration took) {
        System.out.printf(
                "%6d seeds, %d payments, %.0f seeds a minute%n", done, payments, done * 60_000.0 / took.toMillis());
    }

    private static int one(Verdict verdict) {
        verdict.trace().lines().forEach(System.out::println);
        verdict.violations()
                .forEach(violation -> System.out.println(Ansi.AUTO.string("@|bold,red WRONG |@") + violation));
        System.out.printf(
                "seed %d: %d payments, %d violations; again with ./sluice simulate --seed %d%n",
                verdict.seed(), verdict.payments(), verdict.violations().size(), verdict.seed());
        return verdict.holds() ? Commands.OK : Commands.DIFFERENCES;
    }
}
