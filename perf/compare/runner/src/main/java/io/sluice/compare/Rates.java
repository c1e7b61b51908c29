package io.sluice.compare;

import io.sluice.compare.contestant.Variant;
import io.sluice.compare.report.model.Load;
import io.sluice.compare.report.model.Round;
import io.sluice.compare.report.model.Rounds;
import io.sluice.compare.report.model.Spread;
import java.util.Optional;

/**
 * The rates of the open loops, from what was reached in the saturated ones.
 *
 * @param steady payments a second that both bear
 * @param busy payments a second that make the baseline busy
 * @param remark how they came about
 */
record Rates(int steady, int busy, String remark) {
    /** Beyond it a queue grows now and then, and what is compared is the queue. */
    private static final double BEARABLE = 0.8;

    /** @param wanted the steady rate where both bear it */
    static Optional<Rates> of(Rounds rounds, int wanted) {
        return reached(rounds, Variant.MVC).map(mvc -> {
            double slower = Math.min(mvc, reached(rounds, Variant.SLUICE).orElse(mvc));
            int bearable = (int) (slower * BEARABLE);
            int busy = (int) (mvc * BEARABLE);
            return bearable >= wanted
                    ? new Rates(wanted, busy, "the steady load is %,d payments/s".formatted(wanted))
                    : new Rates(
                            bearable,
                            busy,
                            "the steady load is %,d payments/s, 80 %% of what the slower one reaches: %,d/s would compare queues"
                                    .formatted(bearable, wanted));
        });
    }

    private static Optional<Double> reached(Rounds rounds, Variant variant) {
        return rounds.spread(Load.SATURATED, variant.label(), Round::perSecond).map(Spread::median);
    }
}
