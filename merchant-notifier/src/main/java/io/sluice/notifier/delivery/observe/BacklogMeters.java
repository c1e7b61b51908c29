package io.sluice.notifier.delivery.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.sluice.notifier.delivery.Deliveries;
import io.sluice.notifier.delivery.Deliveries.Backlog;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * {@code sluice.webhook.backlog}, deliveries that are not concluded, and {@code sluice.webhook.overdue}, for how long the
 * oldest of them has been due. Both speak of the whole queue, whichever instance is asked.
 */
public final class BacklogMeters {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogMeters.class);

    private final Deliveries deliveries;
    private final AtomicReference<Backlog> latest = new AtomicReference<>(new Backlog(0, Duration.ZERO));

    public BacklogMeters(Deliveries deliveries, MeterRegistry registry) {
        this.deliveries = deliveries;
        Gauge.builder("sluice.webhook.backlog", latest, backlog -> backlog.get().pending())
                .register(registry);
        TimeGauge.builder(
                        "sluice.webhook.overdue",
                        latest,
                        TimeUnit.MILLISECONDS,
                        backlog -> backlog.get().oldestDue().toMillis())
                .register(registry);
    }

    /** Never ends. */
    public Mono<Void> refreshEvery(Duration interval) {
        return Mono.defer(deliveries::backlog)
                .doOnNext(latest::set)
                .onErrorResume(error -> {
                    LOG.debug("the backlog could not be counted", error);
                    return Mono.empty();
                })
                .repeatWhen(rounds -> rounds.delayElements(interval))
                .then();
    }
}
