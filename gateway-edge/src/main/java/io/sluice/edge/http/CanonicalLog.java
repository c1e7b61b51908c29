package io.sluice.edge.http;

import io.sluice.edge.AuthenticatedMerchant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** One line a request, written when it ends, with everything an operator searches by and never a secret. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class CanonicalLog implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger("io.sluice.edge.request");
    private static final String PROBLEM = CanonicalLog.class.getName() + ".problem";
    private static final String PAYMENT = CanonicalLog.class.getName() + ".payment";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long startedNanos = System.nanoTime();
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> write(exchange, startedNanos)));
        return chain.filter(exchange);
    }

    /** Names the payment that the request turned out to be about. */
    public static void notePayment(ServerWebExchange exchange, Object paymentId) {
        exchange.getAttributes().put(PAYMENT, paymentId.toString());
    }

    static void noteProblem(ServerWebExchange exchange, String code) {
        exchange.getAttributes().put(PROBLEM, code);
    }

    private static void write(ServerWebExchange exchange, long startedNanos) {
        if (!log.isInfoEnabled()) {
            return;
        }
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        LoggingEventBuilder line = log.atInfo()
                .addKeyValue("method", exchange.getRequest().getMethod().name())
                .addKeyValue("route", route(exchange))
                .addKeyValue("status", status == null ? 200 : status.value())
                .addKeyValue("duration_us", (System.nanoTime() - startedNanos) / 1000);
        line = add(line, "merchant_id", AuthenticatedMerchant.idOf(exchange));
        line = add(line, "payment_id", exchange.getAttributeOrDefault(PAYMENT, ""));
        line = add(line, "problem", exchange.getAttributeOrDefault(PROBLEM, ""));
        line.log("request");
    }

    /** The route's pattern, not the path, which is anybody's. */
    private static Object route(ServerWebExchange exchange) {
        Object pattern = exchange.getAttribute(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "none" : pattern.toString();
    }

    private static LoggingEventBuilder add(LoggingEventBuilder line, String key, String value) {
        return value.isEmpty() ? line : line.addKeyValue(key, value);
    }
}
