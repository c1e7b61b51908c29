package io.sluice.edge.management;

import io.sluice.core.audit.Actor;
import io.sluice.edge.http.ProblemException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets nobody but operators past health and metrics, and remembers who it is. */
final class OperatorFilter implements WebFilter, Ordered {

    private static final String ATTRIBUTE = OperatorFilter.class.getName();
    private static final String SCHEME = "bearer ";

    private final OperatorTokens tokens;

    OperatorFilter(OperatorTokens tokens) {
        this.tokens = tokens;
    }

    /** The operator behind a request that was let in. */
    static Actor operator(ServerRequest request) {
        return (Actor) request.attribute(ATTRIBUTE).orElseThrow();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getRawPath();
        if (path.equals("/metrics") || path.equals("/health") || path.startsWith("/health/")) {
            return chain.filter(exchange);
        }
        return Mono.defer(() -> {
            exchange.getAttributes().put(ATTRIBUTE, identify(exchange));
            return chain.filter(exchange);
        });
    }

    /** Before the steps of the merchants' port, which Spring has here as well: nothing else looks at what is asked. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 10;
    }

    private Actor identify(ServerWebExchange exchange) {
        List<String> given = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (given.size() != 1 || !given.getFirst().toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw refused(exchange, "operator_token_missing", "Send Authorization: Bearer and an operator's token.");
        }
        return tokens.operator(given.getFirst().substring(SCHEME.length()).strip())
                .map(Actor::operator)
                .orElseThrow(() -> refused(
                        exchange,
                        "operator_token_wrong",
                        "This is no operator's token; they stand in the token file."));
    }

    private static ProblemException refused(ServerWebExchange exchange, String code, String detail) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"operators\"");
        return ProblemException.of(401, code, detail);
    }
}
