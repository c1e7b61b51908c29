package io.sluice.compare.overload;

import io.sluice.compare.contestant.GuardedSluice;
import io.sluice.compare.load.Generator;
import io.sluice.compare.load.LoadResult;
import io.sluice.compare.load.PreparedRequests;
import io.sluice.compare.measure.CpuMeter;
import io.sluice.compare.overload.model.Line;
import java.util.List;

/**
 * What a payment costs the edge's process, and what a refusal. The cheap generator sends both, so that nothing is refused
 * where payments are measured, and nothing else is done where refusals are. What a payment costs the database and the
 * others besides is left out: a refusal costs them nothing.
 */
final class Costs {
    private static final double MICROS_A_MILLI = 1000;

    /** At a channel that takes 100 ms; few enough for none to be refused. */
    private static final int CONNECTIONS = 128;

    /** The warm-up begins with a thirty-second of them, which the channel alone would make slow if they were few. */
    private static final int WARMING_CONNECTIONS = 512;

    private static final int REFUSED_CONNECTIONS = 32;

    /** So often is what is measured sent to be refused, and as often before that: refusals are done before the compiler is. */
    private static final int REFUSED_ROUNDS = 20;

    /** A refusal may cost that part of a payment. */
    private static final double SHARE = 0.1;

    /** From one look to the next, while the compiler is at work. */
    private static final double STILL_GROWING = 1.1;

    private static final int MOST_LOOKS = 5;

    private final Generator generator;
    private final PreparedRequests requests;
    private final int count;
    private double paymentMicros;

    Costs(Generator generator, PreparedRequests requests, int count) {
        this.generator = generator;
        this.requests = requests;
        this.count = count;
    }

    /** Sends payments that count for nothing. */
    void warmUp(GuardedSluice sluice, int payments) throws InterruptedException {
        generator.warmUp(sluice.port(), requests.prepare(payments), WARMING_CONNECTIONS);
    }

    /** Learns what a payment costs, as soon as more of them do not make it much faster. Returns how many there are in a second. */
    double settledPayments(GuardedSluice sluice) throws InterruptedException {
        double before = payments(sluice);
        for (int i = 0; i < MOST_LOOKS; i++) {
            double now = payments(sluice);
            if (now < before * STILL_GROWING) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private double payments(GuardedSluice sluice) throws InterruptedException {
        List<byte[]> prepared = requests.prepare(count);
        var cpu = CpuMeter.start(List.of(sluice.service()));
        LoadResult result = generator.closedLoop(sluice.port(), prepared, CONNECTIONS);
        paymentMicros = micros(cpu) / Math.max(1, result.answered());
        // Answers count in the speed of a loop, refusals too.
        return result.perSecond() * result.answered() / Math.max(1, result.answered() + result.failed());
    }

    /** @param sluice one that refuses everybody */
    Line refusals(GuardedSluice sluice) throws InterruptedException {
        List<byte[]> prepared = requests.prepare(count);
        refused(sluice, prepared);
        var cpu = CpuMeter.start(List.of(sluice.service()));
        Refused refused = refused(sluice, prepared);
        double refusalMicros = micros(cpu) / Math.max(1, refused.requests());
        return new Line(
                "refusals",
                "the edge's CPU for a refusal, of that for a payment (%.0f µs)".formatted(paymentMicros),
                "at most 10 %",
                "%.1f %% (%.0f µs)".formatted(100 * refusalMicros / paymentMicros, refusalMicros),
                refused.all() && refusalMicros <= SHARE * paymentMicros);
    }

    private record Refused(long requests, boolean all) {}

    /** The same requests again and again: who refuses them remembers none. */
    private Refused refused(GuardedSluice sluice, List<byte[]> prepared) throws InterruptedException {
        long refused = 0;
        for (int i = 0; i < REFUSED_ROUNDS; i++) {
            refused += generator
                    .closedLoop(sluice.port(), prepared, REFUSED_CONNECTIONS)
                    .failed();
        }
        return new Refused(refused, refused == (long) REFUSED_ROUNDS * prepared.size());
    }

    private static double micros(CpuMeter cpu) {
        return MICROS_A_MILLI
                * cpu.spentMs().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
    }
}
