package io.sluice.callback.inquiry;

import io.sluice.callback.inquiry.model.InquiryPace;
import io.sluice.callback.inquiry.model.InquiryPace.Turn;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.Payments.DueAttempt;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Lets through what may be asked now, and gives the rest back with a time of its own. Used by one thread at a time. */
final class InquiryTurns {

    private final Map<ChannelAccountId, InquiryPace> paces = new HashMap<>();
    private final Payments payments;
    private final Clock clock;
    private final int perSecond;
    private final InquiryMeters meters;

    /** @param perSecond how many questions a second an account is asked by this instance */
    InquiryTurns(Payments payments, Clock clock, int perSecond, InquiryMeters meters) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("SLUICE_INQUIRY_RATE must be at least 1 a second, not " + perSecond);
        }
        this.payments = payments;
        this.clock = clock;
        this.perSecond = perSecond;
        this.meters = meters;
    }

    /** Those of the batch whose turn it is. */
    Mono<List<DueAttempt>> now(List<DueAttempt> batch) {
        return Mono.defer(() -> {
            List<DueAttempt> now = new ArrayList<>();
            Map<DueAttempt, Instant> later = new LinkedHashMap<>();
            batch.forEach(due -> take(due, now, later));
            if (later.isEmpty()) {
                return Mono.just(now);
            }
            meters.paced(later.size());
            return payments.giveBack(later).thenReturn(now);
        });
    }

    private void take(DueAttempt due, List<DueAttempt> now, Map<DueAttempt, Instant> later) {
        ChannelAccountId account = due.attempt().account();
        Turn turn = paces.getOrDefault(account, InquiryPace.IDLE).turn(clock.instant(), perSecond);
        paces.put(account, turn.pace());
        switch (turn) {
            case Turn.Now _ -> now.add(due);
            case Turn.Later(InquiryPace _, Instant at) -> later.put(due, at);
        }
    }
}
