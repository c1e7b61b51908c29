package io.sluice.ledger.posting.observed;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import io.sluice.core.event.PaymentEvent;
import io.sluice.ledger.posting.Journal;
import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import io.sluice.ledger.posting.model.Posting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Continues the trace of whoever caused an entry with a span {@code ledger.post}. Only where money moved and the trace is
 * recorded, so that the others cost nothing.
 */
public final class TracedJournal implements Journal {

    private static final String TRACEPARENT = "traceparent";

    private final Journal inner;
    private final Propagator propagator;

    public TracedJournal(Journal inner, Propagator propagator) {
        this.inner = inner;
        this.propagator = propagator;
    }

    @Override
    public Mono<List<Outcome>> post(PaymentPostings postings) {
        return postings.postings().stream().noneMatch(TracedJournal::isTraced)
                ? inner.post(postings)
                : traced(postings);
    }

    private Mono<List<Outcome>> traced(PaymentPostings postings) {
        return Mono.using(() -> spans(postings), spans -> inner.post(postings), TracedJournal::end);
    }

    private List<Span> spans(PaymentPostings postings) {
        return postings.postings().stream()
                .filter(TracedJournal::isTraced)
                .map(posting -> start(posting.event()))
                .toList();
    }

    private Span start(PaymentEvent event) {
        return propagator
                .extract(event, TracedJournal::header)
                .name("ledger.post")
                .kind(Span.Kind.CONSUMER)
                .tag("sluice.payment_id", event.paymentId().toString())
                .tag("sluice.merchant_id", event.merchantId().toString())
                .tag("sluice.event_type", event.type())
                .start();
    }

    private static @Nullable String header(PaymentEvent event, String name) {
        return name.equals(TRACEPARENT) ? event.traceparent() : null;
    }

    /** The last two digits are the flags of W3C Trace Context; the lowest bit says that the trace is recorded. */
    private static boolean isTraced(Posting posting) {
        String traceparent = posting.event().traceparent();
        return posting instanceof Posting.Book && traceparent != null && traceparent.endsWith("1");
    }

    private static void end(List<Span> spans) {
        spans.forEach(Span::end);
    }
}
