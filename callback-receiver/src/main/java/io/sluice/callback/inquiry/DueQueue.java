package io.sluice.callback.inquiry;

import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The way of one kind of work: taken, let through as fast as its account may be asked, followed up in its lane. */
record DueQueue<T>(DueWork<T> work, InquiryTurns<T> turns, InquiryLanes<T> lanes) {

    /** @return how much was taken */
    Mono<Integer> round(Instant now, Duration lease, int limit) {
        return work.take(now, lease, limit)
                .flatMap(taken -> turns.now(taken).doOnNext(lanes::accept).thenReturn(taken.size()));
    }
}
