package io.sluice.edge.http;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Before anything else: one Host, one plain path. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class RequestTargetFilter implements RequestStep {

    private static final String ATTRIBUTE = RequestTarget.class.getName();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(ATTRIBUTE, RequestTarget.of(exchange.getRequest()));
        return chain.filter(exchange);
    }
}
