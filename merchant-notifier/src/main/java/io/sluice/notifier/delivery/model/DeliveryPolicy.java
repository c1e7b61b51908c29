package io.sluice.notifier.delivery.model;

import io.sluice.notifier.delivery.model.Exchange.Answered;
import io.sluice.notifier.delivery.model.Exchange.Failed;
import java.time.Duration;
import java.util.Optional;

/**
 * What follows from how an attempt went: 2xx is delivered, 410 is given up, everything else, redirects included, is tried
 * again by the schedule.
 */
public record DeliveryPolicy(RetrySchedule schedule) {

    private static final int GONE = 410;

    /**
     * @param failures how many attempts have failed before this one
     * @param jitter from 0 to 1
     */
    public Verdict judge(Exchange exchange, int failures, double jitter) {
        return switch (exchange) {
            case Answered answer when isSuccess(answer.status()) -> new Verdict.Delivered();
            case Answered answer when answer.status() == GONE -> new Verdict.Exhausted();
            case Answered answer -> again(failures, jitter, answer.retryAfter());
            case Failed _ -> again(failures, jitter, Optional.empty());
        };
    }

    private Verdict again(int failures, double jitter, Optional<Duration> retryAfter) {
        return schedule.delayAfter(failures + 1, jitter, retryAfter)
                .<Verdict>map(Verdict.Retry::new)
                .orElseGet(Verdict.Exhausted::new);
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }
}
