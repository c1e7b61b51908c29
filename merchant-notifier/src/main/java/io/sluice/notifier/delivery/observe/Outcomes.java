package io.sluice.notifier.delivery.observe;

import io.sluice.notifier.delivery.model.Verdict;

/** The names under which logs and metrics count attempts. */
final class Outcomes {

    private Outcomes() {}

    static String name(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Delivered _ -> "delivered";
            case Verdict.Retry _ -> "retried";
            case Verdict.Exhausted _ -> "exhausted";
        };
    }
}
