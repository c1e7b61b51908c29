package io.sluice.callback;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Does a round, pauses, and does the next, while the app runs. Instances share the work: each round takes what no other has taken. A round
 * that fails is in the log, and the next is done nevertheless.
 */
public final class RoundLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RoundLoop.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final String work;
    private final Duration pause;
    private final Supplier<? extends Mono<?>> round;
    private final Sinks.Empty<Void> stopping = Sinks.empty();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private volatile boolean running;

    /**
     * @param work what the log calls it
     * @param pause between the end of a round and the next
     */
    public RoundLoop(String work, Duration pause, Supplier<? extends Mono<?>> round) {
        this.work = work;
        this.pause = pause;
        this.round = round;
    }

    @Override
    public void start() {
        running = true;
        Mono.defer(this::once)
                .then(Mono.firstWithSignal(Mono.delay(pause).then(), stopping.asMono()))
                .repeat(() -> running)
                .doFinally(signal -> ended.tryEmitEmpty())
                .subscribe();
    }

    private Mono<Void> once() {
        return Mono.defer(round).then().onErrorResume(failure -> {
            log.warn("a round of {} failed: {}", work, failure.toString());
            return Mono.empty();
        });
    }

    /** What is under way is left to its lease, and goes on elsewhere in the same words. */
    @Override
    public void stop(Runnable callback) {
        running = false;
        stopping.tryEmitEmpty();
        ended.asMono()
                .timeout(STOP_WITHIN)
                .onErrorComplete()
                .doFinally(signal -> callback.run())
                .subscribe();
    }

    @Override
    public void stop() {
        throw new UnsupportedOperationException("stopped with a callback");
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the core has started and before it stops. */
    @Override
    public int getPhase() {
        return 1;
    }
}
