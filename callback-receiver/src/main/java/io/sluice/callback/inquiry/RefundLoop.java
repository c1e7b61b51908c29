package io.sluice.callback.inquiry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.payment.Detached;
import io.sluice.core.refund.RefundStore;
import io.sluice.core.refund.model.Refund;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Takes refunds that are due, four times a second, no more than it has room for. Instances share the work: what one has
 * taken no other sees before the lease ends.
 */
final class RefundLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RefundLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofSeconds(30);
    /** Whoever asks and sends again must be done before the lease is, or another instance does it too. */
    private static final Duration LONGEST_FOLLOW_UP = Duration.ofSeconds(25);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);
    private static final int AT_ONCE = 200;

    private final RefundStore refunds;
    private final RefundFollowUps followUps;
    private final Detached detached;
    private final Clock clock;
    private final Counter left;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private volatile boolean running;

    RefundLoop(RefundStore refunds, RefundFollowUps followUps, Detached detached, Clock clock, MeterRegistry meters) {
        this.refunds = refunds;
        this.followUps = followUps;
        this.detached = detached;
        this.clock = clock;
        this.left = Counter.builder("sluice.refund.inquiry.left")
                .description("due refunds left to the end of their lease, because following them up failed")
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
        Mono.defer(this::round)
                .delayUntil(Mono::delay)
                .repeat(() -> running)
                .doFinally(signal -> ended.tryEmitEmpty())
                .subscribe();
    }

    /** @return how long to pause before the next round */
    private Mono<Duration> round() {
        int room = AT_ONCE - underWay.get();
        return room <= 0
                ? Mono.just(PAUSE)
                : refunds.takeDue(clock.instant(), LEASE, room)
                        .doOnNext(this::begin)
                        .thenReturn(PAUSE)
                        .onErrorResume(failure -> {
                            log.warn("which refunds are due cannot be read: {}", failure.toString());
                            return Mono.just(PAUSE_AFTER_FAILURE);
                        });
    }

    private void begin(List<Refund> taken) {
        taken.forEach(refund -> {
            underWay.incrementAndGet();
            detached.run(followUps.follow(refund).timeout(LONGEST_FOLLOW_UP))
                    .doFinally(signal -> underWay.decrementAndGet())
                    .subscribe(nothing -> {}, failure -> leave(refund, failure));
        });
    }

    private void leave(Refund refund, Throwable failure) {
        left.increment();
        log.atWarn()
                .addKeyValue("merchant_id", refund.merchantId().toString())
                .addKeyValue("refund_id", refund.id().toString())
                .addKeyValue("reason", failure.toString())
                .log("refund inquiry left");
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

    /** After the core has started and before it stops, which waits for the follow-ups under way. */
    @Override
    public int getPhase() {
        return 1;
    }
}
