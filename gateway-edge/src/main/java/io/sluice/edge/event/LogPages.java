package io.sluice.edge.event;

import io.sluice.core.event.EventCursor;
import io.sluice.core.event.EventLog;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.id.MerchantId;
import io.sluice.edge.event.model.Passage;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;

/** Reads a merchant's log for those who watch it; outlives an outage of the store. */
@Component
final class LogPages {

    static final int SIZE = 100;

    /** However many come back at once, payments find connections. */
    static final int MOST_CATCHING_UP = 4;

    private final EventLog log;
    private final InstrumentedPool<Boolean> turns =
            PoolBuilder.from(Mono.just(true)).sizeBetween(0, MOST_CATCHING_UP).buildPool();

    LogPages(EventLog log) {
        this.log = log;
    }

    Mono<EventCursor> end() {
        return log.end().retryWhen(LookAgain.untilTheStoreIsBack());
    }

    /** For the one who reads for all. */
    Mono<Page> after(MerchantId merchant, EventCursor cursor) {
        return read(merchant, cursor).retryWhen(LookAgain.untilTheStoreIsBack());
    }

    /** For one who catches up, when it is his turn. */
    Mono<Page> inTurnAfter(MerchantId merchant, EventCursor cursor) {
        return turns.withPoolable(turn -> read(merchant, cursor)).single().retryWhen(LookAgain.untilTheStoreIsBack());
    }

    /** Of all types, whichever are wanted: so the cursor moves on, and no event is read again for not being wanted. */
    private Mono<Page> read(MerchantId merchant, EventCursor cursor) {
        return log.after(merchant, cursor, Set.of(), SIZE).collectList().map(Page::of);
    }

    /** @param full whether there may be more */
    record Page(List<Passage> passages, boolean full) {

        static Page of(List<LoggedEvent> events) {
            return new Page(Passage.of(events), events.size() == SIZE);
        }
    }
}
