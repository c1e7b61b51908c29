package io.sluice.core.event;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Publishes the event log, in commit order and at least once. As many as wanted may run; one a database is active, and
 * another takes over when it stops, dies or loses the database. The position moves only after the publisher has
 * acknowledged, and nothing is deleted. See {@code docs/adr/004-event-log.md}.
 */
public final class EventRelay {

    private final RelayTurns turns;
    private final EventPublisher publisher;
    private final RelayMeters meters;
    private final RelayPace pace = new RelayPace();
    private @Nullable RelayRun run;

    public EventRelay(RelayTurns turns, EventPublisher publisher, MeterRegistry meters) {
        this.turns = turns;
        this.publisher = publisher;
        this.meters = new RelayMeters(meters);
    }

    /** Begins to wait for the turn; does nothing when begun. */
    public synchronized void start() {
        if (run == null) {
            run = new RelayRun(turns, publisher, meters, pace);
            run.begin();
        }
    }

    /** Stops when subscribed to; completes when the turn is given back, so that another relay can go on at once. */
    public Mono<Void> stop() {
        return Mono.defer(() -> {
            RelayRun stopping = takeRun();
            return stopping == null ? Mono.empty() : stopping.end();
        });
    }

    /** Tells that an event was committed here; an idle relay then looks at once. Cheap, from any thread. */
    public void nudge() {
        pace.nudge();
    }

    private synchronized @Nullable RelayRun takeRun() {
        RelayRun current = run;
        run = null;
        return current;
    }
}
