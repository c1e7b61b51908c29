package io.sluice.callback.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.Payments;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Takes what is due, four times a second and at once again while there is more. Instances share the work: what one has
 * taken no other sees before the lease ends.
 */
public final class InquiryLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InquiryLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);
    private static final int BATCH = 200;

    private final Payments payments;
    private final InquiryTurns turns;
    private final InquiryLanes lanes;
    private final Clock clock;
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private volatile boolean running;

    InquiryLoop(Payments payments, InquiryTurns turns, InquiryLanes lanes, Clock clock) {
        this.payments = payments;
        this.turns = turns;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** @param perSecond questions a second to one account, at the most */
    public static InquiryLoop over(
            Payments payments,
            Merchants merchants,
            Channels channels,
            Conclusions conclusions,
            Detached detached,
            Clock clock,
            int perSecond,
            MeterRegistry registry) {
        var meters = new InquiryMeters(registry);
        var followUps = new FollowUps(payments, merchants, channels, conclusions, clock, meters);
        var turns = new InquiryTurns(payments, clock, perSecond, meters);
        return new InquiryLoop(payments, turns, new InquiryLanes(followUps, detached, clock, meters), clock);
    }

    @Override
    public void start() {
        running = true;
        Mono.defer(this::round)
                .delayUntil(pause -> pause.isZero() ? Mono.empty() : Mono.delay(pause))
                .repeat(() -> running)
                .doFinally(signal -> ended.tryEmitEmpty())
                .subscribe();
    }

    /** @return how long to pause before the next round */
    private Mono<Duration> round() {
        return payments.takeDue(clock.instant(), LEASE, BATCH)
                .flatMap(taken -> turns.now(taken).doOnNext(lanes::accept).thenReturn(taken.size()))
                .map(taken -> taken == BATCH ? Duration.ZERO : PAUSE)
                .onErrorResume(failure -> {
                    log.warn("what is due cannot be read: {}", failure.toString());
                    return Mono.just(PAUSE_AFTER_FAILURE);
                });
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        lanes.close();
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
