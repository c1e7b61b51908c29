package io.sluice.compare.report.model;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the comparison is for: figures of one contestant over those of another, medians over the rounds. */
public enum Ratio {
    PAYMENTS_PER_S("payments_per_s_ratio", Load.SATURATED, "sluice", "mvc", Round::perSecond),
    CPU_PER_PAYMENT("cpu_per_payment_ratio", Load.SATURATED, "sluice", "mvc", Round::totalCpuMs),
    STEADY_CPU_PER_PAYMENT("steady_cpu_per_payment_ratio", Load.STEADY, "sluice", "mvc", Round::totalCpuMs),
    TAIL("tail_ratio", Load.BUSY, "sluice", "mvc", Ratio::tailMs),
    PG_FLOOR("pg_floor_ratio", Load.SATURATED, "sluice", "floor", round -> round.cpuMs("PostgreSQL")),
    PRODUCT_PAYMENTS_PER_S("product_payments_per_s_ratio", Load.SATURATED, "sluice-product", "mvc", Round::perSecond),
    CORRETTO_PAYMENTS_PER_S(
            "corretto_payments_per_s_ratio", Load.SATURATED, "sluice", "mvc-corretto", Round::perSecond),
    GATHERED_PAYMENTS_PER_S(
            "gathered_payments_per_s_ratio", Load.SATURATED, "sluice", "mvc-gathered", Round::perSecond),
    GATHERED_CPU_PER_PAYMENT(
            "gathered_cpu_per_payment_ratio", Load.SATURATED, "sluice", "mvc-gathered", Round::totalCpuMs),
    STREAMS_PER_S("streams_payments_per_s_ratio", Load.STREAMS, Side.FOLLOWED, Side.ALONE, Round::perSecond),
    CALLBACKS_PER_S("callbacks_per_s_ratio", Load.CALLBACKS, Side.CONCLUDING, Side.CREATING, Round::perSecond);

    private static final double CHANNEL_MS = 100;

    private final String key;
    private final Load load;
    private final String one;
    private final String other;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final ToDoubleFunction<Round> figure;

    Ratio(String key, Load load, String one, String other, ToDoubleFunction<Round> figure) {
        this.key = key;
        this.load = load;
        this.one = one;
        this.other = other;
        this.figure = figure;
    }

    /** Its name in the JSON. */
    public String key() {
        return key;
    }

    /** Who over whom, under which load. */
    public String title() {
        return one + " : " + other + ", " + load.label();
    }

    public Optional<Spread> of(Rounds rounds) {
        return rounds.ratio(load, one, other, figure);
    }

    /** What of the slowest hundredth is not the channel's. */
    private static double tailMs(Round round) {
        return round.p99Ms() - CHANNEL_MS;
    }
}
