package io.sluice.edge.http;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What every request to the merchants' port goes through, in the order of the beans; {@link RequestSteps} takes them. */
public interface RequestStep {

    /** @param next the steps behind this one, and then the routes */
    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain next);
}
