package io.sluice.notifier;

import io.sluice.notifier.delivery.Dispatcher;
import io.sluice.notifier.delivery.Poll;
import io.sluice.notifier.delivery.http.WebhookHttpClient;
import io.sluice.notifier.delivery.observe.BacklogMeters;
import io.sluice.notifier.delivery.r2dbc.R2dbcDeliveries;
import io.sluice.notifier.endpoint.CachedEndpoints;
import io.sluice.notifier.endpoint.r2dbc.CoreSchema;
import io.sluice.notifier.intake.Intake;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** Starts the notifier's work when its ground is laid, and ends it without leaving anything half done. */
final class Notifier implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration FOLLOW_CONFIGURATION = Duration.ofMillis(500);
    private static final Duration CANCEL_ORPHANS = Duration.ofMinutes(1);
    private static final Duration COUNT_BACKLOG = Duration.ofSeconds(15);

    private final CoreSchema schema;
    private final Work work;
    private final Ending ending;
    private final NotifierProperties webhook;
    private volatile boolean ready;
    private volatile boolean running;
    private volatile Disposable intake = Disposables.disposed();

    /** What goes on for as long as the notifier runs. */
    record Work(Intake intake, Poll poll, CachedEndpoints endpoints, BacklogMeters backlog) {}

    /** What is waited for in the end. */
    record Ending(Dispatcher dispatcher, R2dbcDeliveries deliveries, WebhookHttpClient client) {}

    Notifier(CoreSchema schema, Work work, Ending ending, NotifierProperties webhook) {
        this.schema = schema;
        this.work = work;
        this.ending = ending;
        this.webhook = webhook;
    }

    /** Whether events are read and delivered. */
    boolean isReady() {
        return ready;
    }

    @Override
    public void start() {
        running = true;
        intake = schema.ready()
                .then(Mono.fromRunnable(() -> ready = true))
                .then(Mono.defer(this::everything))
                .subscribe(null, error -> LOG.error("the notifier's work ended, which it never should", error));
    }

    private Mono<Void> everything() {
        return Mono.when(
                work.endpoints().follow(FOLLOW_CONFIGURATION),
                work.intake().run(),
                work.poll().every(webhook.poll()),
                work.poll().cancelOrphansEvery(CANCEL_ORPHANS),
                work.backlog().refreshEvery(COUNT_BACKLOG));
    }

    /** Reads nothing more, finishes what is on its way, gives back the rest. */
    @Override
    public void stop(Runnable done) {
        ready = false;
        intake.dispose();
        ending.dispatcher()
                .stop()
                .timeout(webhook.limits().attempt())
                .then(Mono.defer(ending.deliveries()::close))
                .onErrorResume(error -> {
                    LOG.warn("not all webhooks on their way could be finished; they will be sent again", error);
                    return Mono.empty();
                })
                .then(Mono.defer(ending.client()::dispose))
                .doFinally(signal -> {
                    running = false;
                    done.run();
                })
                .subscribe(null, error -> LOG.warn("the connections to receivers could not be closed", error));
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
