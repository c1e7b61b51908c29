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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * One subscription to the published events, handed out to whoever watches a payment or a merchant. Every watcher has a
 * bounded buffer; one that does not read is dropped and comes back with its Last-Event-ID.
 */
@Component
final class EventHub implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(EventHub.class);
    private static final int BUFFER = 256;

    private final EventStream stream;
    private final Map<Object, Set<Sinks.Many<PaymentEvent>>> watchers = new ConcurrentHashMap<>();
    private final AtomicInteger watching = new AtomicInteger();
    private final Counter dropped;
    private Disposable subscription = Disposables.disposed();

    EventHub(EventStream stream, MeterRegistry meters) {
        this.stream = stream;
        this.dropped = Counter.builder("sluice.sse.dropped")
                .description("watchers that did not read and were dropped")
                .register(meters);
        Gauge.builder("sluice.sse.watchers", watching, AtomicInteger::get).register(meters);
    }

    @Override
    public void afterPropertiesSet() {
        subscription = stream.live().subscribe(this::handOut, failure -> log.error("live events ended", failure));
    }

    @Override
    public void destroy() {
        subscription.dispose();
        watchers.values().forEach(sinks -> sinks.forEach(Sinks.Many::tryEmitComplete));
    }

    /**
     * Events from now on: watching begins when this is called, not when the result is subscribed to, so that nothing
     * falls between it and a look into the log.
     *
     * @param subject a PaymentId or a MerchantId
     */
    Flux<PaymentEvent> watch(Object subject) {
        Sinks.Many<PaymentEvent> sink = Sinks.many()
                .unicast()
                .onBackpressureBuffer(Queues.<PaymentEvent>get(BUFFER).get());
        watchers.compute(subject, (key, sinks) -> {
            Set<Sinks.Many<PaymentEvent>> all = sinks == null ? ConcurrentHashMap.newKeySet() : sinks;
            all.add(sink);
            return all;
        });
        watching.incrementAndGet();
        return sink.asFlux().doFinally(signal -> leave(subject, sink));
    }

    private void handOut(PaymentEvent event) {
        emit(event.paymentId(), event);
        emit(event.merchantId(), event);
    }

    private void emit(Object subject, PaymentEvent event) {
        for (Sinks.Many<PaymentEvent> sink : watchers.getOrDefault(subject, Set.of())) {
            if (sink.tryEmitNext(event) == Sinks.EmitResult.FAIL_OVERFLOW) {
                dropped.increment();
                sink.tryEmitError(new SlowWatcherException());
            }
        }
    }

    private void leave(Object subject, Sinks.Many<PaymentEvent> sink) {
        watchers.computeIfPresent(subject, (key, sinks) -> {
            if (sinks.remove(sink)) {
                watching.decrementAndGet();
            }
            return sinks.isEmpty() ? null : sinks;
        });
    }

    /** Its buffer ran over; it may come back and go on from its last event. */
    static final class SlowWatcherException extends RuntimeException {
        SlowWatcherException() {
            super("the watcher did not read", null, false, false);
        }
    }
}
