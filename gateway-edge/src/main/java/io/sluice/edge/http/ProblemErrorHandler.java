package io.sluice.edge.http;

import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.merchant.model.InvalidFieldException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns every failure, wherever it was raised, into a problem document, in place of Spring Boot's own handler. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemErrorHandler implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemErrorHandler.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        Problem problem = problemOf(failure, exchange);
        CanonicalLog.noteProblem(exchange, problem.code());
        response.setRawStatusCode(problem.status());
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.parseMediaType(ProblemJson.MEDIA_TYPE));
        if (problem.retryAfterSeconds() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds().toString());
        }
        byte[] body = ProblemJson.write(problem, traceId(exchange));
        headers.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private Problem problemOf(Throwable failure, ServerWebExchange exchange) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case InvalidFieldException invalid ->
                Problem.of(400, "field_invalid", "'" + invalid.field() + "': " + invalid.getMessage() + ".")
                        .about(invalid.field());
            case StoreUnavailableException unavailable ->
                Problem.of(503, "store_unavailable", "The store is away and nothing was done; repeat the same request.")
                        .retryAfter(1);
            case WriteInDoubtException inDoubt ->
                Problem.of(
                                503,
                                "acceptance_in_doubt",
                                "Whether the request was accepted is not known; repeat the same request with the same"
                                        + " Idempotency-Key to find out.")
                        .retryAfter(2);
            case DataBufferLimitException tooLarge ->
                Problem.of(413, "body_too_large", "The body is larger than this API takes (64 KiB).");
            case MethodNotAllowedException notAllowed ->
                Problem.of(405, "method_not_allowed", "This path takes " + notAllowed.getSupportedMethods() + ".");
            case NoResourceFoundException absent -> notFound(exchange);
            case ResponseStatusException status -> ofStatus(status, exchange);
            default -> unexpected(failure);
        };
    }

    private static Problem ofStatus(ResponseStatusException failure, ServerWebExchange exchange) {
        int status = failure.getStatusCode().value();
        if (status == 404) {
            return notFound(exchange);
        }
        HttpStatus known = HttpStatus.resolve(status);
        String code = known == null ? "http_" + status : known.name().toLowerCase(java.util.Locale.ROOT);
        String reason = failure.getReason();
        return Problem.of(status, code, reason == null ? "The request cannot be served." : reason);
    }

    private static Problem notFound(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return Problem.of(404, "not_found", "There is nothing at " + path + "; /openapi.yaml lists what there is.");
    }

    private static Problem unexpected(Throwable failure) {
        log.error("unexpected failure", failure);
        return Problem.of(500, "internal_error", "An unexpected failure; repeat with the same Idempotency-Key.");
    }

    private static @Nullable String traceId(ServerWebExchange exchange) {
        String id = RequestTrace.id(exchange);
        return id.isEmpty() ? null : id;
    }
}
