package io.sluice.notifier.delivery.observe;

import io.sluice.notifier.delivery.model.Attempt;
import io.sluice.notifier.delivery.model.Delivery;
import io.sluice.notifier.delivery.model.Exchange.Answered;
import io.sluice.notifier.delivery.model.Exchange.Failed;
import io.sluice.notifier.delivery.model.Verdict;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** One line an attempt, with the trace that caused it. Neither the body nor the answer is repeated. */
public final class AttemptLog implements Consumer<Attempt> {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptLog.class);
    private static final int TRACE_ID_BEGINS = 3;
    private static final int TRACE_ID_ENDS = 35;

    @Override
    public void accept(Attempt attempt) {
        Delivery delivery = attempt.delivery();
        LoggingEventBuilder line = LOG.atLevel(level(attempt.verdict()))
                .addKeyValue("merchant_id", delivery.merchantId())
                .addKeyValue("payment_id", delivery.paymentId())
                .addKeyValue("event_id", delivery.eventId())
                .addKeyValue("endpoint_id", delivery.endpointId())
                .addKeyValue("duration_ms", attempt.took().toMillis());
        outcome(traced(line, delivery.traceparent()), attempt).log("webhook attempt");
    }

    private static LoggingEventBuilder outcome(LoggingEventBuilder line, Attempt attempt) {
        LoggingEventBuilder judged = line.addKeyValue("outcome", Outcomes.name(attempt.verdict()));
        return switch (attempt.exchange()) {
            case Answered answer -> judged.addKeyValue("status", answer.status());
            case Failed failure -> judged.addKeyValue("error", failure.error());
        };
    }

    private static LoggingEventBuilder traced(LoggingEventBuilder line, @Nullable String traceparent) {
        return traceparent != null && traceparent.length() > TRACE_ID_ENDS
                ? line.addKeyValue("traceId", traceparent.substring(TRACE_ID_BEGINS, TRACE_ID_ENDS))
                : line;
    }

    private static Level level(Verdict verdict) {
        return verdict instanceof Verdict.Exhausted ? Level.WARN : Level.INFO;
    }
}
