package io.sluice.callback.inquiry;

import io.sluice.core.id.ChannelAccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One kind of thing that falls due: how it is taken, and how it is followed up. */
interface DueWork<T> {

    /** Takes what is due, so that no other instance takes it before {@code lease} has passed. */
    Mono<List<T>> take(Instant now, Duration lease, int limit);

    /** Gives back what was taken and not followed up: each is due again at its time. */
    Mono<Void> giveBack(Map<T, Instant> later);

    /** Whose channel is asked. */
    ChannelAccountId account(T due);

    /** When it is due again if nobody does anything about it. */
    @Nullable Instant leaseOf(T due);

    /** Completes when it is settled or has a time to be looked at again; a failure leaves it to its lease. */
    Mono<Void> follow(T due);

    /** Nobody follows it up now. */
    void left(T due, String reason);
}
