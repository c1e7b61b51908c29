package io.sluice.callback.inquiry;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.payment.Detached;
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
final class InquiryLanes<T> {

    private static final int AT_ONCE = 64;
    private static final int MOST_WAITING = 512;
    /** What is begun must be over before the lease is, or another instance does it too. */
    private static final Duration LONGEST_FOLLOW_UP = Duration.ofSeconds(12);

    private final Map<ChannelAccountId, Sinks.Many<T>> lanes = new ConcurrentHashMap<>();
    private final DueWork<T> work;
    private final Detached detached;
    private final Clock clock;
    private volatile boolean open = true;

    InquiryLanes(DueWork<T> work, Detached detached, Clock clock) {
        this.work = work;
        this.detached = detached;
        this.clock = clock;
    }

    /** Never waits; called by one thread at a time. */
    void accept(List<T> batch) {
        batch.forEach(due -> {
            Sinks.EmitResult result =
                    lanes.computeIfAbsent(work.account(due), this::lane).tryEmitNext(due);
            if (result.isFailure()) {
                work.left(due, "too much of its account is due");
            }
        });
    }

    /** Begins nothing more; what is under way goes on. */
    void close() {
        open = false;
    }

    private Sinks.Many<T> lane(ChannelAccountId account) {
        Sinks.Many<T> lane = Sinks.many()
                .unicast()
                .onBackpressureBuffer(Queues.<T>get(MOST_WAITING).get());
        lane.asFlux().flatMap(this::follow, AT_ONCE).subscribe();
        return lane;
    }

    private Mono<Void> follow(T due) {
        if (!open || leaseEnds(work.leaseOf(due))) {
            return Mono.empty();
        }
        return detached.run(work.follow(due)).onErrorResume(failure -> {
            work.left(due, String.valueOf(failure));
            return Mono.empty();
        });
    }

    private boolean leaseEnds(@Nullable Instant lease) {
        return lease == null || clock.instant().plus(LONGEST_FOLLOW_UP).isAfter(lease);
    }
}
