package io.sluice.callback.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.callback.inquiry.model.InquiryPace;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.modification.AutomaticGiveBacks;
import io.sluice.core.modification.ModificationChannels;
import io.sluice.core.modification.ModificationConclusions;
import io.sluice.core.modification.ModificationPipeline;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.Reservations;
import io.sluice.core.modification.Turns;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.DecisionRecords;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.Payments;
import io.sluice.core.payout.PayoutChannels;
import io.sluice.core.payout.PayoutConclusions;
import io.sluice.core.payout.Payouts;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
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

    private final List<DueQueue<?>> queues;
    private final Clock clock;
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private volatile boolean running;

    InquiryLoop(List<DueQueue<?>> queues, Clock clock) {
        this.queues = queues;
        this.clock = clock;
    }

    /** @param perSecond questions a second to one account, at the most */
    public static InquiryLoop over(
            Payments payments,
            Merchants merchants,
            Channels channels,
            Conclusions conclusions,
            Modifications modifications,
            ModificationConclusions modificationConclusions,
            DecisionRecords records,
            Detached detached,
            Clock clock,
            int perSecond,
            MeterRegistry registry) {
        var meters = new InquiryMeters(registry);
        var senders = new ModificationChannels(merchants, channels);
        var pipeline = new ModificationPipeline(
                new Reservations(modifications, payments, senders, new Turns<>(), clock),
                modificationConclusions,
                senders,
                detached,
                clock);
        var giveBacks = new AutomaticGiveBacks(merchants, records, senders, pipeline);
        var attempts = new DueAttempts(
                payments,
                new FollowUps(payments, merchants, channels, conclusions, pipeline, giveBacks, clock, meters),
                meters);
        var others = new DueModifications(
                modifications,
                new ModificationFollowUps(modifications, modificationConclusions, senders, clock),
                meters);
        var paces = new HashMap<ChannelAccountId, InquiryPace>();
        return new InquiryLoop(
                List.of(
                        queue(attempts, new InquiryTurns<>(attempts, paces, clock, perSecond, meters), detached, clock),
                        queue(others, new InquiryTurns<>(others, paces, clock, perSecond, meters), detached, clock)),
                clock);
    }

    /**
     * Payouts have a loop and a pace of their own, so that whoever waits for money waits for no payment's questions.
     *
     * @param perSecond questions a second to one account, at the most
     */
    public static InquiryLoop overPayouts(
            Payouts payouts,
            PayoutConclusions conclusions,
            PayoutChannels channels,
            Detached detached,
            Clock clock,
            int perSecond,
            MeterRegistry registry) {
        var meters = new InquiryMeters(registry);
        var due = new DuePayouts(payouts, new PayoutFollowUps(payouts, conclusions, channels, registry, clock));
        var turns = new InquiryTurns<>(due, new HashMap<>(), clock, perSecond, meters);
        return new InquiryLoop(List.of(queue(due, turns, detached, clock)), clock);
    }

    private static <T> DueQueue<T> queue(DueWork<T> work, InquiryTurns<T> turns, Detached detached, Clock clock) {
        return new DueQueue<>(work, turns, new InquiryLanes<>(work, detached, clock));
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

    /** One after the other, so that the accounts' paces are kept by one thread at a time. */
    private Mono<Duration> round() {
        return Flux.fromIterable(queues).concatMap(this::round).reduce(InquiryLoop::shorter);
    }

    /** @return how long to pause before the next round */
    private Mono<Duration> round(DueQueue<?> queue) {
        return queue.round(clock.instant(), LEASE, BATCH)
                .map(taken -> taken == BATCH ? Duration.ZERO : PAUSE)
                .onErrorResume(failure -> {
                    log.warn("what is due cannot be read: {}", failure.toString());
                    return Mono.just(PAUSE_AFTER_FAILURE);
                });
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        queues.forEach(queue -> queue.lanes().close());
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
