package io.sluice.edge.authentication;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.edge.AuthenticatedMerchant;
import java.time.Instant;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One-use tickets that let a browser follow one payment, without a key of the merchant's. */
public interface EventTickets {

    /** A ticket good for one subscription to one payment's events. */
    Mono<Ticket> issue(MerchantId merchant, PaymentId payment);

    /** Whether the request brings a ticket instead of a signature. */
    boolean isPresentedWith(ServerWebExchange exchange);

    /** Uses the ticket up; fails with a problem when it is spent, expired or for another payment. */
    Mono<AuthenticatedMerchant> redeem(ServerWebExchange exchange);

    record Ticket(String value, Instant expiresAt) {}
}
