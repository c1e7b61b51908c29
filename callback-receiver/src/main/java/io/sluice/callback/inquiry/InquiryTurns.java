package io.sluice.callback.inquiry;

import io.sluice.callback.inquiry.model.InquiryPace;
import io.sluice.callback.inquiry.model.InquiryPace.Turn;
import io.sluice.core.id.ChannelAccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Lets through what may be asked now, and gives the rest back with a time of its own. Used by one thread at a time. */
final class InquiryTurns<T> {

    private final Map<ChannelAccountId, InquiryPace> paces;
    private final DueWork<T> work;
    private final Clock clock;
    private final int perSecond;
    private final InquiryMeters meters;

    /**
     * @param paces of the accounts, shared by all that asks them
     * @param perSecond how many questions a second an account is asked by this instance
     */
    InquiryTurns(
            DueWork<T> work,
            Map<ChannelAccountId, InquiryPace> paces,
            Clock clock,
            int perSecond,
            InquiryMeters meters) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("SLUICE_INQUIRY_RATE must be at least 1 a second, not " + perSecond);
        }
        this.work = work;
        this.paces = paces;
        this.clock = clock;
        this.perSecond = perSecond;
        this.meters = meters;
    }

    /** Those of the batch whose turn it is. */
    Mono<List<T>> now(List<T> batch) {
        return Mono.defer(() -> {
            List<T> now = new ArrayList<>();
            Map<T, Instant> later = new LinkedHashMap<>();
            batch.forEach(due -> take(due, now, later));
            if (later.isEmpty()) {
                return Mono.just(now);
            }
            meters.paced(later.size());
            return work.giveBack(later).thenReturn(now);
        });
    }

    private void take(T due, List<T> now, Map<T, Instant> later) {
        ChannelAccountId account = work.account(due);
        Turn turn = paces.getOrDefault(account, InquiryPace.IDLE).turn(clock.instant(), perSecond);
        paces.put(account, turn.pace());
        switch (turn) {
            case Turn.Now _ -> now.add(due);
            case Turn.Later(InquiryPace _, Instant at) -> later.put(due, at);
        }
    }
}
