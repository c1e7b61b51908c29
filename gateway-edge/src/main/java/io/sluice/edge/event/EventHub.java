package io.sluice.edge.event;

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
import reactor.core.publisher.Sinks;

/**
 * One subscription to the published events, handed out to whoever listens for a payment's or a merchant's, and the end of
 * all streams when the edge stops.
 */
@Component
final class EventHub implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventHub.class);

    private final EventStream stream;
    private final Map<Object, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final AtomicInteger watching = new AtomicInteger();
    private final Disposable.Swap subscription = Disposables.swap();
    private volatile Sinks.Empty<Void> stopping = Sinks.empty();
    private volatile boolean running;

    EventHub(EventStream stream, MeterRegistry meters) {
        this.stream = stream;
        Gauge.builder("sluice.sse.watchers", watching, AtomicInteger::get)
                .description("streams that are followed now")
                .register(meters);
    }

    @Override
    public void start() {
        stopping = Sinks.empty();
        running = true;
        subscription.replace(
                stream.live().subscribe(this::handOut, failure -> log.error("live events ended", failure)));
    }

    /** Before the web server, which waits for every answer to end, and a stream does not end by itself. */
    @Override
    public void stop() {
        running = false;
        subscription.dispose();
        stopping.tryEmitEmpty();
        listeners.values().forEach(all -> all.forEach(Listener::stop));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Counts a stream for as long as somebody follows it, and ends it when the edge stops. */
    <T> Flux<T> followed(Flux<T> events) {
        return Flux.using(
                watching::incrementAndGet,
                count -> running ? events.takeUntilOther(stopping.asMono()) : Flux.empty(),
                count -> watching.decrementAndGet());
    }

    /**
     * Listens for as long as the result is subscribed to.
     *
     * @param subject a PaymentId or a MerchantId
     * @param use is given the events from now on: they are kept from before it is called, so that nothing falls between
     *     them and a look into the log
     * @return fails with {@link FellBehindException} when more had to be kept than is
     */
    <T> Flux<T> whileListening(Object subject, Function<Flux<PaymentEvent>, Flux<T>> use) {
        return Flux.using(
                () -> enter(subject),
                listener -> use.apply(listener.events()).takeUntilOther(listener.end()),
                listener -> leave(subject, listener));
    }

    /** Both in one, for there are thousands of these: listens, is counted, and ends when the edge stops. */
    <T> Flux<T> followedWhileListening(Object subject, Function<Flux<PaymentEvent>, Flux<T>> use) {
        return Flux.using(
                () -> {
                    watching.incrementAndGet();
                    return enter(subject);
                },
                listener -> running ? use.apply(listener.events()).takeUntilOther(listener.end()) : Flux.empty(),
                listener -> {
                    leave(subject, listener);
                    watching.decrementAndGet();
                });
    }

    private Listener enter(Object subject) {
        Listener listener = new Listener();
        listeners.compute(subject, (key, all) -> {
            Set<Listener> extended = all == null ? ConcurrentHashMap.newKeySet() : all;
            extended.add(listener);
            return extended;
        });
        return listener;
    }

    private void leave(Object subject, Listener listener) {
        listeners.computeIfPresent(subject, (key, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    private void handOut(PaymentEvent event) {
        handOut(event.paymentId(), event);
        handOut(event.merchantId(), event);
    }

    private void handOut(Object subject, PaymentEvent event) {
        listeners.getOrDefault(subject, Set.of()).forEach(listener -> listener.hear(event));
    }
}
