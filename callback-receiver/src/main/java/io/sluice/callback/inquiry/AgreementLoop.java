package io.sluice.callback.inquiry;

import io.sluice.core.agreement.AgreementFollowUps;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Looks after agreements once a second: they are few, and the first look at one comes after seconds anyway. */
final class AgreementLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AgreementLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final AgreementFollowUps followUps;
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private volatile boolean running;

    AgreementLoop(AgreementFollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void start() {
        running = true;
        Mono.defer(this::round)
                .then(Mono.delay(PAUSE))
                .repeat(() -> running)
                .doFinally(signal -> ended.tryEmitEmpty())
                .subscribe();
    }

    private Mono<Long> round() {
        return followUps.look().onErrorResume(failure -> {
            log.warn("agreements that are due cannot be read: {}", failure.toString());
            return Mono.empty();
        });
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
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

    /** As the {@link InquiryLoop}. */
    @Override
    public int getPhase() {
        return 1;
    }
}
