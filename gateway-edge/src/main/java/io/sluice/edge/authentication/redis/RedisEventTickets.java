package io.sluice.edge.authentication.redis;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.authentication.EventTickets;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.RequestTarget;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tickets in Redis: read and removed in one step, so that each works once. */
final class RedisEventTickets implements EventTickets {

    private static final Duration LIFETIME = Duration.ofMinutes(2);
    private static final String PARAMETER = "ticket=";

    private final RedisLink redis;
    private final Merchants merchants;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RedisEventTickets(RedisLink redis, Merchants merchants, Clock clock) {
        this.redis = redis;
        this.merchants = merchants;
        this.clock = clock;
    }

    @Override
    public Mono<Ticket> issue(MerchantId merchant, PaymentId payment) {
        return Mono.defer(() -> {
            byte[] secret = new byte[24];
            random.nextBytes(secret);
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            Ticket ticket = new Ticket(value, clock.instant().plus(LIFETIME));
            return redis.commands()
                    .flatMap(commands -> commands.psetex(key(value), LIFETIME.toMillis(), merchant + " " + payment))
                    .thenReturn(ticket)
                    .onErrorMap(RedisEventTickets::unavailable);
        });
    }

    @Override
    public boolean isPresentedWith(ServerWebExchange exchange) {
        String query = RequestTarget.of(exchange).query();
        return query != null
                && query.startsWith(PARAMETER)
                && exchange.getRequest().getMethod().equals(HttpMethod.GET)
                && RequestTarget.of(exchange).path().endsWith("/events");
    }

    @Override
    public Mono<AuthenticatedMerchant> redeem(ServerWebExchange exchange) {
        RequestTarget target = RequestTarget.of(exchange);
        String ticket = target.query() == null ? "" : target.query().substring(PARAMETER.length());
        // A browser on the merchant's own pages comes from another origin; the ticket is all the proof there is.
        exchange.getResponse().getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        return redis.commands()
                .flatMap(commands -> commands.getdel(key(ticket)))
                .onErrorMap(RedisEventTickets::unavailable)
                .flatMap(bound -> redeem(bound, target.path()))
                .switchIfEmpty(Mono.error(() -> spent(null)));
    }

    private Mono<AuthenticatedMerchant> redeem(String bound, String path) {
        String merchant = bound.substring(0, bound.indexOf(' '));
        String payment = bound.substring(bound.indexOf(' ') + 1);
        if (!path.equals("/v1/payments/" + payment + "/events")) {
            return Mono.error(spent(payment));
        }
        return merchants
                .find(MerchantId.parse(merchant))
                .filter(Merchant::active)
                .map(known -> new AuthenticatedMerchant(known, "ticket"));
    }

    private static ProblemException spent(@Nullable String otherPayment) {
        String why = otherPayment == null ? "was used, has expired or never was" : "is for another payment";
        return ProblemException.of(
                401, "ticket_invalid", "The ticket " + why + "; ask for a new one at …/event-tickets.");
    }

    private static ProblemException unavailable(Throwable failure) {
        return new ProblemException(Problem.of(503, "tickets_unavailable", "Tickets cannot be issued or used now.")
                .retryAfter(1));
    }

    private static String key(String ticket) {
        return "sluice:ticket:" + ticket;
    }
}
