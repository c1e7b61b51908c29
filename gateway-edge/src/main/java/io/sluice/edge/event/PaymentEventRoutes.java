package io.sluice.edge.event;

import io.sluice.core.event.EventLog;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Payments;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.authentication.EventTickets;
import io.sluice.edge.event.model.EventText;
import io.sluice.edge.http.CanonicalLog;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.QueryParameters;
import io.sluice.edge.payment.PaymentPath;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** One payment's events, and the tickets with which browsers follow it. */
@Configuration(proxyBeanMethods = false)
class PaymentEventRoutes {

    private final Payments payments;
    private final EventLog log;
    private final PaymentFollower follower;
    private final EventTickets tickets;

    PaymentEventRoutes(Payments payments, EventLog log, PaymentFollower follower, EventTickets tickets) {
        this.payments = payments;
        this.log = log;
        this.follower = follower;
        this.tickets = tickets;
    }

    @Bean
    RouterFunction<ServerResponse> paymentEventRouter() {
        return RouterFunctions.route()
                .GET("/v1/payments/{id}/events", this::events)
                .POST("/v1/payments/{id}/event-tickets", this::issueTicket)
                .build();
    }

    private Mono<ServerResponse> events(ServerRequest request) {
        return ofOwnPayment(
                request,
                (merchant, payment) -> ServerSentEvents.wantedBy(request)
                        ? stream(request, merchant, payment)
                        : page(request, merchant, payment));
    }

    private Mono<ServerResponse> stream(ServerRequest request, MerchantId merchant, PaymentId payment) {
        QueryParameters.of(request, "ticket");
        int after = sequence(request.headers().firstHeader("Last-Event-ID"), "Last-Event-ID");
        return ServerSentEvents.respond(
                request,
                follower.follow(merchant, payment, after)
                        .map(event -> EventText.of(Integer.toString(event.sequence()), event.type(), event.body())));
    }

    private Mono<ServerResponse> page(ServerRequest request, MerchantId merchant, PaymentId payment) {
        QueryParameters query = QueryParameters.of(request, "ticket", "cursor", "limit");
        int limit = Paging.limit(query);
        int after = sequence(query.optional("cursor").orElse(null), "cursor");
        return log.of(merchant, payment, after, limit + 1).collectList().flatMap(found -> page(found, limit));
    }

    private static Mono<ServerResponse> page(List<PaymentEvent> found, int limit) {
        List<PaymentEvent> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Integer.toString(page.getLast().sequence()) : null;
        return Paging.page(page.stream().map(PaymentEvent::body).toList(), next);
    }

    private Mono<ServerResponse> issueTicket(ServerRequest request) {
        return ofOwnPayment(
                request,
                (merchant, payment) -> tickets.issue(merchant, payment)
                        .flatMap(ticket -> ServerResponse.status(201)
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(TicketJson.text(ticket, payment))));
    }

    private Mono<ServerResponse> ofOwnPayment(ServerRequest request, Answer answer) {
        MerchantId merchant = AuthenticatedMerchant.of(request).id();
        PaymentId id = PaymentPath.id(request);
        CanonicalLog.notePayment(request.exchange(), id);
        return payments.find(merchant, id)
                .switchIfEmpty(Mono.error(() -> PaymentPath.notFound(id)))
                .flatMap(payment -> answer.of(merchant, id))
                .onTerminateDetach(); // a stream that goes on for hours needs nothing of the payment
    }

    private static int sequence(@Nullable String text, String name) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,9}")) {
            throw QueryParameters.complaint(name, "must be the sequence of an event that was received");
        }
        return Integer.parseInt(text);
    }

    private interface Answer {
        Mono<ServerResponse> of(MerchantId merchant, PaymentId payment);
    }
}
