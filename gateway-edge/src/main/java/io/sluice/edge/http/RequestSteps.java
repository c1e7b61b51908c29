package io.sluice.edge.http;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * All steps as one filter. Spring puts operators of its own and a text around each filter, to tell in a stack trace where a
 * failure passed; every payment pays for them, and every stream of events keeps them for hours.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
final class RequestSteps implements WebFilter {

    private final List<RequestStep> steps;

    RequestSteps(List<RequestStep> steps) {
        this.steps = List.copyOf(steps);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain routes) {
        return Mono.defer(() -> from(0, exchange, routes));
    }

    private Mono<Void> from(int step, ServerWebExchange exchange, WebFilterChain routes) {
        return step == steps.size()
                ? routes.filter(exchange)
                : steps.get(step).filter(exchange, passed -> from(step + 1, passed, routes));
    }
}
