package io.sluice.core.event;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The W3C trace context of whatever causes an event, taken from the Reactor context: what was put there by
 * {@link #with}, or else the span of the current observation.
 */
public final class TraceContext {

    private static final Object KEY = TraceContext.class;

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
        Object observation = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        return observation instanceof Observation current ? ofSpan(current.getContextView()) : null;
    }

    private static @Nullable String ofSpan(Observation.ContextView observation) {
        TracingContext tracing = observation.get(TracingContext.class);
        if (tracing == null || tracing.getSpan() == null) {
            return null;
        }
        io.micrometer.tracing.TraceContext span = tracing.getSpan().context();
        String flags = Boolean.TRUE.equals(span.sampled()) ? "01" : "00";
        return "00-" + span.traceId() + "-" + span.spanId() + "-" + flags;
    }
}
