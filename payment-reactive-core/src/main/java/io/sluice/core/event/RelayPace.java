package io.sluice.core.event;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** How long a relay waits between two looks at the log. */
final class RelayPace {

    /** Long enough to gather a batch while events keep coming, short beside what a channel takes. */
    private static final long BUSY_MS = 40;

    /** What an event waits at most when its writer runs elsewhere and cannot nudge. */
    private static final long IDLE_MS = 100;

    private volatile Sinks.Empty<Void> bell = Sinks.empty();
    private long waitMs = BUSY_MS;
    private int found;

    /** Before a look: what is nudged from here on may be missed by it, so the next pause is cut short. */
    void looking() {
        bell = Sinks.empty();
    }

    void found(int events) {
        found = events;
        waitMs = events > 0 ? BUSY_MS : Math.min(IDLE_MS, waitMs * 2);
    }

    void nudge() {
        bell.tryEmitEmpty();
    }

    /** Emits when it is time to look again. */
    Mono<Boolean> pause() {
        if (found >= RelayRun.BATCH) {
            return Mono.just(true);
        }
        Mono<Void> wait = Mono.delay(Duration.ofMillis(waitMs)).then();
        return (found > 0 ? wait : Mono.firstWithSignal(wait, bell.asMono())).thenReturn(true);
    }
}
