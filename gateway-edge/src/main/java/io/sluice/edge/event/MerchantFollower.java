package io.sluice.edge.event;

import io.sluice.core.event.EventCursor;
import io.sluice.core.event.EventLog;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.id.MerchantId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All of a merchant's events in commit order. The log is read again whenever a live event tells that there is more, so
 * that every event comes with its cursor and none is missed or shown twice.
 */
@Component
final class MerchantFollower {

    private static final int PAGE = 200;

    private final EventLog log;
    private final EventHub hub;

    MerchantFollower(EventLog log, EventHub hub) {
        this.log = log;
        this.hub = hub;
    }

    Flux<LoggedEvent> follow(MerchantId merchant, EventCursor after, Set<String> types) {
        return Flux.defer(() -> {
            Flux<?> more = hub.watch(merchant).onBackpressureLatest();
            AtomicReference<EventCursor> cursor = new AtomicReference<>(after);
            Flux<LoggedEvent> unread = Flux.defer(() -> unread(merchant, cursor, types));
            return unread.concatWith(more.concatMap(event -> unread, 1));
        });
    }

    /** Pages until one is not full. */
    private Flux<LoggedEvent> unread(MerchantId merchant, AtomicReference<EventCursor> cursor, Set<String> types) {
        return page(merchant, cursor, types)
                .expand(page -> page.size() < PAGE ? Mono.empty() : page(merchant, cursor, types))
                .concatMapIterable(page -> page);
    }

    private Mono<List<LoggedEvent>> page(MerchantId merchant, AtomicReference<EventCursor> cursor, Set<String> types) {
        return Mono.defer(() -> log.after(merchant, cursor.get(), types, PAGE).collectList())
                .doOnNext(page -> page.stream().reduce((a, b) -> b).ifPresent(last -> cursor.set(last.cursor())));
    }
}
