package io.sluice.ledger.posting.observed;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.event.TraceContext;
import io.sluice.ledger.posting.Journal;
import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import io.sluice.ledger.posting.model.Posting;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.core.publisher.Mono;

/**
 * One canonical line an event that was booked; one that cannot be is an error that names its reason. The others are told
 * at trace. Never an event's body.
 */
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
            Level level = level(outcome);
            if (log.isEnabledForLevel(level)) {
                tell(level, posting, outcome);
            }
        }
    }

    private static Level level(Outcome outcome) {
        return switch (outcome) {
            case POSTED -> Level.INFO;
            case REJECTED -> Level.ERROR;
            case CONSUMED, DUPLICATE -> Level.TRACE;
        };
    }

    private static void tell(Level level, Posting posting, Outcome outcome) {
        PaymentEvent event = posting.event();
        log.atLevel(level)
                .addKeyValue("outcome", outcome)
                .addKeyValue("event_id", event.id())
                .addKeyValue("event_type", event.type())
                .addKeyValue("payment_id", event.paymentId())
                .addKeyValue("merchant_id", event.merchantId())
                .addKeyValue("traceId", TraceContext.traceId(event.traceparent()))
                .log(posting instanceof Posting.Reject(PaymentEvent ignored, String reason) ? reason : "event");
    }
}
