package io.sluice.edge;

import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.routing.rule.model.Feature;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;

/** What operators may turn off. */
public final class SwitchedOn {

    private static final int RETRY_AFTER_SECONDS = 30;

    private SwitchedOn() {}

    /** @throws ProblemException (503) while the feature is switched off */
    public static Merchant require(Merchant merchant, Feature feature) {
        merchant.routing().switches().objection(feature).ifPresent(objection -> {
            throw off(objection + ". Nothing is begun now; repeat the same request later.");
        });
        return merchant;
    }

    public static ProblemException off(String detail) {
        return new ProblemException(Problem.of(503, "switched_off", detail).retryAfter(RETRY_AFTER_SECONDS));
    }
}
