package io.sluice.callback.inquiry;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.Payments.DueAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Attempts: of unknown outcome, waiting for their payer, expired, or holding money whose time is over. */
record DueAttempts(Payments payments, FollowUps followUps, InquiryMeters meters) implements DueWork<DueAttempt> {

    @Override
    public Mono<List<DueAttempt>> take(Instant now, Duration lease, int limit) {
        return payments.takeDue(now, lease, limit);
    }

    @Override
    public Mono<Void> giveBack(Map<DueAttempt, Instant> later) {
        return payments.giveBack(later);
    }

    @Override
    public ChannelAccountId account(DueAttempt due) {
        return due.attempt().account();
    }

    @Override
    public @Nullable Instant leaseOf(DueAttempt due) {
        return due.attempt().dueAt();
    }

    @Override
    public Mono<Void> follow(DueAttempt due) {
        return followUps.follow(due);
    }

    @Override
    public void left(DueAttempt due, String reason) {
        meters.left(due.merchantId(), due.paymentId(), due.attempt().id().toString(), reason);
    }
}
