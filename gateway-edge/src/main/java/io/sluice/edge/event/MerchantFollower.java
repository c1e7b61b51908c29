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

    /** @param types empty for all */
    Flux<LoggedEvent> follow(MerchantId merchant, EventCursor after, Set<String> types) {
        return hub.whileWatching(merchant, live -> {
            AtomicReference<EventCursor> cursor = new AtomicReference<>(after);
            Flux<LoggedEvent> unread = unread(merchant, cursor);
            Flux<Object> more = Flux.merge(live, LookAgain.nowAndThen()).onBackpressureLatest();
            return unread.concatWith(more.concatMap(hint -> unread, 1))
                    .filter(logged ->
                            types.isEmpty() || types.contains(logged.event().type()));
        });
    }

    /**
     * Pages until one is not full. Of all types, whichever are wanted: so the cursor moves on, and no event is read
     * again and again for not being wanted.
     */
    private Flux<LoggedEvent> unread(MerchantId merchant, AtomicReference<EventCursor> cursor) {
        Mono<List<LoggedEvent>> page = Mono.defer(
                        () -> log.after(merchant, cursor.get(), Set.of(), PAGE).collectList())
                .retryWhen(LookAgain.untilTheStoreIsBack())
                .doOnNext(events -> moveOn(cursor, events));
        return page.expand(events -> events.size() < PAGE ? Mono.empty() : page).concatMapIterable(events -> events);
    }

    private static void moveOn(AtomicReference<EventCursor> cursor, List<LoggedEvent> events) {
        if (!events.isEmpty()) {
            cursor.set(events.getLast().cursor());
        }
    }
}
