package io.sluice.edge.http;

import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A path of ours with a method that it does not take is a 405 that says which it takes, not a 404. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
final class Methods implements RequestStep {

    private final RouteTable routes;

    Methods(RouteTable routes) {
        this.routes = routes;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpMethod method = exchange.getRequest().getMethod();
        Optional<Set<String>> taken = routes.methodsAt(exchange.getRequest().getPath());
        if (taken.isEmpty() || taken.get().contains(method.name())) {
            return chain.filter(exchange);
        }
        String allowed = String.join(", ", taken.get());
        exchange.getResponse().getHeaders().set(HttpHeaders.ALLOW, allowed);
        return Mono.error(ProblemException.of(405, "method_not_allowed", "This path takes " + allowed + "."));
    }
}
