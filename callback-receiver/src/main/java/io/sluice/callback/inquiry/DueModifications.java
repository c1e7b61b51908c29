package io.sluice.callback.inquiry;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.model.Modification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Captures, voids and refunds whose outcome is not known or not final. */
record DueModifications(Modifications modifications, ModificationFollowUps followUps, InquiryMeters meters)
        implements DueWork<Modification> {

    @Override
    public Mono<List<Modification>> take(Instant now, Duration lease, int limit) {
        return modifications.takeDue(now, lease, limit);
    }

    @Override
    public Mono<Void> giveBack(Map<Modification, Instant> later) {
        return Flux.fromIterable(later.entrySet())
                .concatMap(due -> modifications.postpone(due.getKey(), due.getValue()))
                .then();
    }

    @Override
    public ChannelAccountId account(Modification due) {
        return due.account();
    }

    @Override
    public @Nullable Instant leaseOf(Modification due) {
        return due.dueAt();
    }

    @Override
    public Mono<Void> follow(Modification due) {
        return followUps.follow(due);
    }

    @Override
    public void left(Modification due, String reason) {
        meters.left(due.merchantId(), due.paymentId(), due.publicId(), reason);
    }
}
