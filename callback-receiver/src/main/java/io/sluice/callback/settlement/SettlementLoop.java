package io.sluice.callback.settlement;

import io.sluice.core.settlement.BatchSettler;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Looks once a minute for days that are over and for settlements that are due. Instances share the work: each takes what no other has taken. */
final class SettlementLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SettlementLoop.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final BatchSettler settler;
    private final Sinks.Empty<Void> stopping = Sinks.empty();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private volatile boolean running;

    SettlementLoop(BatchSettler settler) {
        this.settler = settler;
    }

    @Override
    public void start() {
        running = true;
        Mono.defer(this::round)
                .then(Mono.firstWithSignal(Mono.delay(PAUSE).then(), stopping.asMono()))
                .repeat(() -> running)
                .doFinally(signal -> ended.tryEmitEmpty())
                .subscribe();
    }

    private Mono<Void> round() {
        return settler.round().onErrorResume(failure -> {
            log.warn("settlements that are due cannot be read: {}", failure.toString());
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
