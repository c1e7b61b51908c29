package io.sluice.edge.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.event.EventStream;
import io.sluice.core.event.PaymentEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/**
 * One subscription to the published events, handed out to whoever watches a payment or a merchant. Every watcher has a
 * bounded buffer; one that does not read is sent away and comes back with its Last-Event-ID.
 */
@Component
final class EventHub implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventHub.class);

    private final EventStream stream;
    private final Map<Object, Set<Watcher>> watchers = new ConcurrentHashMap<>();
    private final AtomicInteger watching = new AtomicInteger();
    private final Counter dropped;
    private final Disposable.Swap subscription = Disposables.swap();
    private volatile boolean running;

    EventHub(EventStream stream, MeterRegistry meters) {
        this.stream = stream;
        this.dropped = Counter.builder("sluice.sse.dropped")
                .description("watchers that did not read and were dropped")
                .register(meters);
        Gauge.builder("sluice.sse.watchers", watching, AtomicInteger::get)
                .description("streams that are followed now")
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
        subscription.replace(
                stream.live().subscribe(this::handOut, failure -> log.error("live events ended", failure)));
    }

    /** Before the web server, which waits for every answer to end, and a stream does not end by itself. */
    @Override
    public void stop() {
        running = false;
        subscription.dispose();
        watchers.values().forEach(all -> all.forEach(Watcher::sendAway));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * Watches a subject for as long as the result is subscribed to, and ends it when the watcher is sent away.
     *
     * @param subject a PaymentId or a MerchantId
     * @param use is given the events from now on: they are kept from before it is called, so that nothing falls between
     *     them and a look into the log
     */
    <T> Flux<T> whileWatching(Object subject, Function<Flux<PaymentEvent>, Flux<T>> use) {
        return Flux.using(
                () -> enter(subject),
                watcher -> use.apply(watcher.events()).takeUntilOther(watcher.sentAway()),
                watcher -> leave(subject, watcher));
    }

    private Watcher enter(Object subject) {
        Watcher watcher = new Watcher();
        watchers.compute(subject, (key, all) -> {
            Set<Watcher> extended = all == null ? ConcurrentHashMap.newKeySet() : all;
            extended.add(watcher);
            return extended;
        });
        watching.incrementAndGet();
        if (!running) {
            watcher.sendAway();
        }
        return watcher;
    }

    private void leave(Object subject, Watcher watcher) {
        watching.decrementAndGet();
        watchers.computeIfPresent(subject, (key, all) -> {
            all.remove(watcher);
            return all.isEmpty() ? null : all;
        });
    }

    private void handOut(PaymentEvent event) {
        handOut(event.paymentId(), event);
        handOut(event.merchantId(), event);
    }

    private void handOut(Object subject, PaymentEvent event) {
        for (Watcher watcher : watchers.getOrDefault(subject, Set.of())) {
            if (!watcher.takes(event)) {
                dropped.increment();
                watcher.sendAway();
            }
        }
    }
}
