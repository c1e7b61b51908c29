package io.sluice.callback.intake.web;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.sluice.core.event.TraceContext;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Turns every failure into a problem document; a store that is away into 503, so that the channel sends again. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemErrorHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemErrorHandler.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        ProblemException problem = problemOf(exchange, failure);
        response.setStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (failure instanceof MethodNotAllowedException notAllowed) {
            response.getHeaders().setAllow(notAllowed.getSupportedMethods());
        }
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(problem.document())));
    }

    private static ProblemException problemOf(ServerWebExchange exchange, Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known;
            case StoreUnavailableException unavailable -> unavailable();
            case WriteInDoubtException inDoubt -> unavailable();
            case DataBufferLimitException tooLarge -> ProblemException.bodyTooLarge();
            case ResponseStatusException status ->
                ofStatus(HttpStatus.valueOf(status.getStatusCode().value()));
            default -> unexpected(exchange, failure);
        };
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "store_unavailable",
                "The callback could not be recorded; send it again.");
    }

    private static ProblemException ofStatus(HttpStatus status) {
        String code = status.name().toLowerCase(Locale.ROOT);
        return new ProblemException(status, code, "Channels call POST /callbacks/<cha_ id>; there is nothing else.");
    }

    private static ProblemException unexpected(ServerWebExchange exchange, Throwable failure) {
        TraceContext.named(log.atError().setCause(failure), traceId(exchange)).log("a callback failed");
        return new ProblemException(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "An unexpected failure; send the callback again.");
    }

    private static String traceId(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(ProblemErrorHandler::traceId)
                .orElse("");
    }

    private static String traceId(Observation.ContextView request) {
        Span span = TraceContext.span(request);
        return span == null ? "" : span.context().traceId();
    }
}
