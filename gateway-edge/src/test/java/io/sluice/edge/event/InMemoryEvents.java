package io.sluice.edge.event;

import io.sluice.core.event.EventBatch;
import io.sluice.core.event.EventCursor;
import io.sluice.core.event.EventLog;
import io.sluice.core.event.EventStream;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A log and its live stream, in which what is committed and what is published are told apart. */
final class InMemoryEvents implements EventLog, EventStream {

    final MerchantId merchant = MerchantId.next();
    final PaymentId payment = PaymentId.next();
    final AtomicInteger reads = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger readingNow = new AtomicInteger();
    final AtomicInteger mostReadingAtOnce = new AtomicInteger();

    private final List<PaymentEvent> committed = new CopyOnWriteArrayList<>();
    private final Sinks.Many<PaymentEvent> live = Sinks.many().multicast().directBestEffort();
    private Runnable whileReading = () -> {};
    private Runnable whileLookingForTheEnd = () -> {};
    private volatile Mono<Void> pagesAreHere = Mono.empty();

    /** Commits the next event of the payment. */
    PaymentEvent commit() {
        return commit("payment.processing");
    }

    PaymentEvent commit(String type) {
        return commit(type, "");
    }

    /** About as long as events are. */
    PaymentEvent commitLong() {
        return commit("payment.processing", " ".repeat(1000));
    }

    private PaymentEvent commit(String type, String padding) {
        int sequence = committed.size() + 1;
        PaymentEvent event = new PaymentEvent(
                EventId.next(),
                type,
                merchant,
                payment,
                sequence,
                Instant.EPOCH,
                "{\"sequence\":" + sequence + "}" + padding,
                null);
        committed.add(event);
        return event;
    }

    void publish(PaymentEvent event) {
        live.tryEmitNext(event).orThrow();
    }

    /** Something that happens after the log was read and before the reader has the answer. */
    void whileReading(Runnable action) {
        whileReading = action;
    }

    /** Something that happens in the thread that looks for the end, before it has the answer. */
    void whileLookingForTheEnd(Runnable action) {
        whileLookingForTheEnd = action;
    }

    /** Pages of merchants' logs come no sooner than this ends. */
    void holdPages(Mono<Void> until) {
        pagesAreHere = until;
    }

    @Override
    public Flux<PaymentEvent> of(MerchantId merchantId, PaymentId paymentId, int afterSequence, int limit) {
        return Flux.defer(() -> {
            failNow();
            List<PaymentEvent> found = committed.stream()
                    .filter(event -> event.sequence() > afterSequence)
                    .limit(limit)
                    .toList();
            happenOnce();
            return Flux.fromIterable(found);
        });
    }

    @Override
    public Flux<LoggedEvent> after(MerchantId merchantId, EventCursor cursor, Set<String> types, int limit) {
        return Flux.defer(() -> {
            failNow();
            List<LoggedEvent> found = committed.stream()
                    .filter(event -> event.sequence() > cursor.position())
                    .filter(event -> types.isEmpty() || types.contains(event.type()))
                    .limit(limit)
                    .map(event -> new LoggedEvent(new EventCursor(1, event.sequence()), event))
                    .toList();
            happenOnce();
            mostReadingAtOnce.accumulateAndGet(readingNow.incrementAndGet(), Math::max);
            return pagesAreHere
                    .thenMany(Flux.fromIterable(found))
                    .doOnTerminate(readingNow::decrementAndGet)
                    .doOnCancel(readingNow::decrementAndGet);
        });
    }

    @Override
    public Mono<PaymentEvent> find(MerchantId merchantId, EventId id) {
        throw new UnsupportedOperationException("followers do not look for one event");
    }

    @Override
    public Mono<EventCursor> end() {
        return Mono.fromCallable(() -> {
            EventCursor end = new EventCursor(1, committed.size());
            whileLookingForTheEnd.run();
            return end;
        });
    }

    @Override
    public Flux<PaymentEvent> live() {
        return live.asFlux();
    }

    @Override
    public Flux<EventBatch> batches(String group) {
        throw new UnsupportedOperationException("followers are in no group");
    }

    private void failNow() {
        reads.incrementAndGet();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StoreUnavailableException("away");
        }
    }

    private void happenOnce() {
        Runnable action = whileReading;
        whileReading = () -> {};
        action.run();
    }
}
