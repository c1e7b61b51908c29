package io.sluice.edge.overload;

import io.sluice.core.channel.guard.OwnTime;
import io.sluice.edge.http.RequestStep;
import io.sluice.edge.http.ServedOver;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Takes a request's slot over from its connection, on whose event loop it still is, and hands it on with the work. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
final class SlotFilter implements RequestStep {

    private static final String ATTRIBUTE = SlotFilter.class.getName();

    /** Null where nothing is guarded. */
    static @Nullable Slot slotOf(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        AdmissionHandler handler =
                ServedOver.channel(exchange.getRequest()).pipeline().get(AdmissionHandler.class);
        Slot slot = handler == null ? null : handler.slot();
        if (slot == null) {
            return chain.filter(exchange);
        }
        exchange.getAttributes().put(ATTRIBUTE, slot);
        return chain.filter(exchange).contextWrite(context -> OwnTime.with(context, slot));
    }
}
