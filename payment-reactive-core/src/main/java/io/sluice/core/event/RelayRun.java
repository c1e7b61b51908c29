package io.sluice.core.event;

import io.sluice.core.event.RelayTurns.Turn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * From a relay's start to its stop: turn after turn, and in each, batch after batch. Whatever fails ends the turn,
 * because another instance may be able to do what this one cannot.
 */
final class RelayRun {

    /** About a megabyte of events, which is all that is ever held in memory. */
    static final int BATCH = 1000;

    private static final Logger log = LoggerFactory.getLogger(RelayRun.class);
    private static final long FIRST_BACK_OFF_MS = 100;
    private static final long LONGEST_BACK_OFF_MS = 5_000;

    private final RelayTurns turns;
    private final EventPublisher publisher;
    private final RelayMeters meters;
    private final RelayPace pace;
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final Sinks.Empty<Void> stopped = Sinks.empty();
    private volatile boolean stopping;
    private int failures;

    RelayRun(RelayTurns turns, EventPublisher publisher, RelayMeters meters, RelayPace pace) {
        this.turns = turns;
        this.publisher = publisher;
        this.meters = meters;
        this.pace = pace;
    }

    void begin() {
        Flux.defer(this::takeTurn)
                .repeatWhen(turnsTaken -> turnsTaken.concatMap(this::backOff).takeWhile(_ -> !stopping))
                .doFinally(_ -> stopped.tryEmitEmpty())
                .subscribe();
    }

    Mono<Void> end() {
        stopping = true;
        stop.tryEmitEmpty();
        return stopped.asMono();
    }

    private Flux<Integer> takeTurn() {
        return turns.take(this::relay, stop.asMono())
                .doFinally(_ -> meters.passive())
                .onErrorResume(RelayRun::logged);
    }

    private static Flux<Integer> logged(Throwable failure) {
        log.warn("The event relay gave up its turn and will try again: {}", failure.toString());
        return Flux.empty();
    }

    private Flux<Integer> relay(Turn turn) {
        meters.active();
        return Flux.defer(() -> round(turn)).repeatWhen(rounds -> rounds.concatMap(_ -> pace.pause()));
    }

    private Mono<Integer> round(Turn turn) {
        pace.looking();
        return turn.next(BATCH)
                .flatMap(batch -> batch.isEmpty() ? idle(turn) : publish(turn, batch))
                .doOnNext(pace::found);
    }

    private Mono<Integer> publish(Turn turn, List<LoggedEvent> batch) {
        meters.oldest(batch.getFirst().event().at());
        List<PaymentEvent> events = batch.stream().map(LoggedEvent::event).toList();
        return publisher
                .publish(events)
                .then(Mono.defer(() -> turn.moveTo(batch.getLast().cursor())))
                .then(Mono.fromSupplier(batch::size))
                .doOnNext(meters::published);
    }

    private Mono<Integer> idle(Turn turn) {
        return meters.probeIsDue()
                ? turn.oldestUnpublished().doOnSuccess(meters::oldest).thenReturn(0)
                : Mono.just(0);
    }

    /** @param rounds how many went well in the turn that ended */
    private Mono<Integer> backOff(long rounds) {
        failures = rounds > 0 ? 1 : failures + 1;
        long longest = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS << Math.min(failures - 1, 10));
        Duration pause = Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
        return Mono.firstWithSignal(Mono.delay(pause).then(), stop.asMono()).thenReturn(failures);
    }
}
