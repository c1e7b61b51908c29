package io.sluice.core.event;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The W3C trace context of whatever causes an event, taken from the Reactor context: what was put there by
 * {@link #with}, or else the span of the current observation.
 */
public final class TraceContext {

    private static final Object KEY = TraceContext.class;

    private static final String TRACE_ID = "traceId";

    /** {@code 00-<trace id, 32 digits>-<span id, 16 digits>-<flags, 2 digits>}. */
    private static final int LENGTH = 55;

    private static final int TRACE_ID_BEGINS = 3;
    private static final int TRACE_ID_ENDS = 35;

    private TraceContext() {}

    /** For causes that come with a trace of their own, such as a message. */
    public static Context with(Context context, String traceparent) {
        return context.put(KEY, traceparent);
    }

    /** Null when nothing is being traced. */
    public static @Nullable String traceparent(ContextView context) {
        if (context.hasKey(KEY)) {
            return context.get(KEY).toString();
        }
        Span span = span(context);
        return span == null ? null : of(span.context());
    }

    /** The span of the current observation; null when there is none. */
    public static @Nullable Span span(ContextView context) {
        Object observation = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        return observation instanceof Observation current ? span(current.getContextView()) : null;
    }

    /** The span of an observation, which outlives it; null when it is not traced. */
    public static @Nullable Span span(Observation.ContextView observation) {
        TracingContext tracing = observation.get(TracingContext.class);
        return tracing == null ? null : tracing.getSpan();
    }

    /** The trace id for log lines, or the empty string when there is none. */
    public static String traceId(@Nullable String traceparent) {
        return traceparent == null || traceparent.length() < LENGTH
                ? ""
                : traceparent.substring(TRACE_ID_BEGINS, TRACE_ID_ENDS);
    }

    /**
     * Names the trace in a log line, unless there is none or the line has it already: in the MDC, where another app of the
     * same JVM has thread-locals follow the context. Of a line that names it twice Boot's formats write nothing.
     */
    public static LoggingEventBuilder named(LoggingEventBuilder line, String traceId) {
        return traceId.isEmpty() || MDC.get(TRACE_ID) != null ? line : line.addKeyValue(TRACE_ID, traceId);
    }

    private static String of(io.micrometer.tracing.TraceContext span) {
        String flags = Boolean.TRUE.equals(span.sampled()) ? "01" : "00";
        return "00-" + span.traceId() + "-" + span.spanId() + "-" + flags;
    }
}
