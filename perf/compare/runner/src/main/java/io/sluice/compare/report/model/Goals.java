package io.sluice.compare.report.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** What Sluice is to reach beside the baseline, and what a run found of it. */
public final class Goals {
    private static final String SLUICE = "sluice";
    private static final double MOST_MB = 600;
    private static final double MOST_GROWTH = 0.05;
    private static final double MOST_KB_A_STREAM = 20;
    private static final double LEAST_BESIDE_STREAMS = 0.95;

    private Goals() {}

    public static List<Goal> of(Measured measured) {
        Rounds rounds = measured.rounds();
        return List.of(
                Goal.atLeast(2.5, "payments/s, sluice : mvc", Ratio.PAYMENTS_PER_S.of(rounds)),
                Goal.atMost(0.4, "CPU a payment at that load, sluice : mvc", Ratio.CPU_PER_PAYMENT.of(rounds)),
                Goal.atMost(0.7, steady(measured), Ratio.STEADY_CPU_PER_PAYMENT.of(rounds)),
                Goal.atMost(0.5, "p99 - 100 ms at 80 % of mvc, sluice : mvc", Ratio.TAIL.of(rounds)),
                Goal.atMost(1.5, "PostgreSQL's CPU a payment, sluice : floor", Ratio.PG_FLOOR.of(rounds)),
                Goal.atLeast(
                        1.5, "payments/s of the whole product, product : mvc", Ratio.PRODUCT_PAYMENTS_PER_S.of(rounds)),
                Goal.atMost(MOST_MB, "MB resident of the edge at that load", memory(rounds)),
                Goal.atMost(MOST_GROWTH, "its growth over a soak, as a share", growth(measured)),
                Goal.atLeast(2, "callbacks concluded/s : payments created/s", Ratio.CALLBACKS_PER_S.of(rounds)),
                Goal.atMost(MOST_KB_A_STREAM, "KB of the edge a subscriber, idle", streams(measured)),
                Goal.atLeast(
                        LEAST_BESIDE_STREAMS,
                        "payments/s with %,d of them : without".formatted(measured.streams()),
                        Ratio.STREAMS_PER_S.of(rounds)));
    }

    private static String steady(Measured measured) {
        return measured.steadyPerSecond() == 0
                ? "CPU a payment at a steady rate, sluice : mvc"
                : "CPU a payment at a steady %,d/s, sluice : mvc".formatted(measured.steadyPerSecond());
    }

    private static Optional<Spread> memory(Rounds rounds) {
        return rounds.spread(Load.SATURATED, SLUICE, Round::residentMb);
    }

    private static Optional<Spread> growth(Measured measured) {
        return measured.soak().map(soak -> Spread.of(DoubleStream.of(soak.growth())));
    }

    private static Optional<Spread> streams(Measured measured) {
        return measured.kbPerStream().isEmpty()
                ? Optional.empty()
                : Optional.of(Spread.of(measured.kbPerStream().stream().mapToDouble(Double::doubleValue)));
    }
}
