package io.sluice.edge.http;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.sluice.core.event.TraceContext;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/** The trace of a request, whichever thread asks for it and whether or not it is recorded. */
final class RequestTrace {

    private RequestTrace() {}

    /** The empty string when the request is not traced. */
    static String id(Observation.ContextView request) {
        Span span = TraceContext.span(request);
        return span == null ? "" : span.context().traceId();
    }

    static String id(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(RequestTrace::id)
                .orElse("");
    }
}
