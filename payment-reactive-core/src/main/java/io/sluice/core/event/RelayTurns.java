package io.sluice.core.event;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The right to relay the log, which one relay a database has at a time. */
public interface RelayTurns {

    /**
     * Waits for the turn, works, and gives it back when the work ends or {@code until} completes. Fails when the
     * database is lost, and the turn with it.
     */
    <T> Flux<T> take(Function<Turn, Flux<T>> work, Mono<Void> until);

    /** The turn: it reads and moves the position over the very session that holds the right, so a lost one cannot. */
    interface Turn {

        /** What follows the position, in commit order, without passing a transaction in flight. */
        Mono<List<LoggedEvent>> next(int limit);

        /** Records that everything up to {@code cursor} is published. */
        Mono<Void> moveTo(EventCursor cursor);

        /** When the oldest event after the position happened, those behind transactions in flight included. */
        Mono<Instant> oldestUnpublished();
    }
}
