package io.sluice.edge.overload;

import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.http.RequestStep;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Once it is proven who asks: the slot is told, and a request that took too long to come this far is refused. Whoever
 * sent it has given it up or soon will, and the next is still worth its while.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 35)
final class DeadlineFilter implements RequestStep {

    private final Duration deadline;

    DeadlineFilter(AdmissionSettings settings) {
        this.deadline = settings.deadline();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Slot slot = SlotFilter.slotOf(exchange);
        String key = AuthenticatedMerchant.keyIdOf(exchange.getAttributes());
        if (slot == null || key.isEmpty()) {
            return chain.filter(exchange);
        }
        slot.proven(key);
        if (slot.waitedNanos() > deadline.toNanos()) {
            slot.tooLate();
            return Mono.error(RefusalAnswers.late());
        }
        return chain.filter(exchange);
    }
}
