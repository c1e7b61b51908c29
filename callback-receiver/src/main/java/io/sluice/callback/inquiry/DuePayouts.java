package io.sluice.callback.inquiry;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.payout.Payouts;
import io.sluice.core.payout.model.Payout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Payouts whose outcome is not known or not final. */
record DuePayouts(Payouts payouts, PayoutFollowUps followUps) implements DueWork<Payout> {

    private static final Logger log = LoggerFactory.getLogger("io.sluice.callback.inquiry");

    @Override
    public Mono<List<Payout>> take(Instant now, Duration lease, int limit) {
        return payouts.takeDue(now, lease, limit);
    }

    @Override
    public Mono<Void> giveBack(Map<Payout, Instant> later) {
        return Flux.fromIterable(later.entrySet())
                .concatMap(due -> payouts.postpone(due.getKey(), due.getValue()))
                .then();
    }

    @Override
    public ChannelAccountId account(Payout due) {
        return due.account();
    }

    @Override
    public @Nullable Instant leaseOf(Payout due) {
        return due.dueAt();
    }

    @Override
    public Mono<Void> follow(Payout due) {
        return followUps.follow(due);
    }

    @Override
    public void left(Payout due, String reason) {
        log.atWarn()
                .addKeyValue("merchant_id", due.merchantId().toString())
                .addKeyValue("payout_id", due.id().toString())
                .addKeyValue("reason", reason)
                .log("a payout was left to its lease");
    }
}
