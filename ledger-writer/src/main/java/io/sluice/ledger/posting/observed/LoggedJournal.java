package io.sluice.ledger.posting.observed;

import io.sluice.core.event.PaymentEvent;
import io.sluice.ledger.posting.Journal;
import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import io.sluice.ledger.posting.model.Posting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.core.publisher.Mono;

/** One canonical line an event, at trace; a rejected one is an error that names its reason. Never an event's body. */
public final class LoggedJournal implements Journal {

    private static final Logger log = LoggerFactory.getLogger("io.sluice.ledger.event");

    private final Journal inner;

    public LoggedJournal(Journal inner) {
        this.inner = inner;
    }

    @Override
    public Mono<List<Outcome>> post(PaymentPostings postings) {
        return inner.post(postings).doOnNext(outcomes -> tell(postings, outcomes));
    }

    private static void tell(PaymentPostings postings, List<Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            Posting posting = postings.postings().get(i);
            Outcome outcome = outcomes.get(i);
            Level level = outcome == Outcome.REJECTED ? Level.ERROR : Level.TRACE;
            if (log.isEnabledForLevel(level)) {
                tell(level, posting, outcome);
            }
        }
    }

    private static void tell(Level level, Posting posting, Outcome outcome) {
        PaymentEvent event = posting.event();
        log.atLevel(level)
                .addKeyValue("outcome", outcome)
                .addKeyValue("event_id", event.id())
                .addKeyValue("event_type", event.type())
                .addKeyValue("payment_id", event.paymentId())
                .addKeyValue("merchant_id", event.merchantId())
                .addKeyValue("trace_id", traceId(event.traceparent()))
                .log(posting instanceof Posting.Reject(PaymentEvent ignored, String reason) ? reason : "event");
    }

    private static String traceId(@Nullable String traceparent) {
        return traceparent == null || traceparent.length() < 35 ? "" : traceparent.substring(3, 35);
    }
}
