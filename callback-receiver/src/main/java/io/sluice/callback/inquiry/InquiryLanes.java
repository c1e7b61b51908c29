package io.sluice.callback.inquiry;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.payment.Detached;
import io.sluice.core.payment.Payments.DueAttempt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * Follow-ups under way: so many at once an account and no more, so that a slow channel delays nobody else. What finds no
 * room is left to its lease and comes again.
 */
final class InquiryLanes {

    private static final int AT_ONCE = 64;
    private static final int MOST_WAITING = 512;
    /** What is begun must be over before the lease is, or another instance does it too. */
    private static final Duration LONGEST_FOLLOW_UP = Duration.ofSeconds(12);

    private final Map<ChannelAccountId, Sinks.Many<DueAttempt>> lanes = new ConcurrentHashMap<>();
    private final FollowUps followUps;
    private final Detached detached;
    private final Clock clock;
    private final InquiryMeters meters;
    private volatile boolean open = true;

    InquiryLanes(FollowUps followUps, Detached detached, Clock clock, InquiryMeters meters) {
        this.followUps = followUps;
        this.detached = detached;
        this.clock = clock;
        this.meters = meters;
    }

    /** Never waits; called by one thread at a time. */
    void accept(List<DueAttempt> batch) {
        batch.forEach(due -> {
            Sinks.EmitResult result =
                    lanes.computeIfAbsent(due.attempt().account(), this::lane).tryEmitNext(due);
            if (result.isFailure()) {
                meters.left(due, "too many attempts of its account are due");
            }
        });
    }

    /** Begins nothing more; what is under way goes on. */
    void close() {
        open = false;
    }

    private Sinks.Many<DueAttempt> lane(ChannelAccountId account) {
        Sinks.Many<DueAttempt> lane = Sinks.many()
                .unicast()
                .onBackpressureBuffer(Queues.<DueAttempt>get(MOST_WAITING).get());
        lane.asFlux().flatMap(this::follow, AT_ONCE).subscribe();
        return lane;
    }

    private Mono<Void> follow(DueAttempt due) {
        if (!open || leaseEnds(due.attempt().dueAt())) {
            return Mono.empty();
        }
        return detached.run(followUps.follow(due)).onErrorResume(failure -> {
            meters.left(due, String.valueOf(failure));
            return Mono.empty();
        });
    }

    private boolean leaseEnds(@Nullable Instant lease) {
        return lease == null || clock.instant().plus(LONGEST_FOLLOW_UP).isAfter(lease);
    }
}
