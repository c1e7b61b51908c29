package io.sluice.edge.event;

import io.sluice.core.event.EventCursor;
import io.sluice.core.event.EventLog;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.webhook.model.WebhookPolicy;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.event.model.Passage;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.QueryParameters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** All of a merchant's events, one of them, and how its webhooks were delivered. */
@Configuration(proxyBeanMethods = false)
class MerchantEventRoutes {

    private final EventLog log;
    private final MerchantFollower follower;
    private final Deliveries deliveries;

    MerchantEventRoutes(EventLog log, MerchantFollower follower, Deliveries deliveries) {
        this.log = log;
        this.follower = follower;
        this.deliveries = deliveries;
    }

    @Bean
    RouterFunction<ServerResponse> merchantEventRouter() {
        return RouterFunctions.route()
                .GET("/v1/events", this::events)
                .GET("/v1/events/{id}", this::event)
                .GET("/v1/events/{id}/deliveries", this::deliveries)
                .POST("/v1/events/{id}/redeliver", this::redeliver)
                .build();
    }

    private Mono<ServerResponse> events(ServerRequest request) {
        MerchantId merchant = AuthenticatedMerchant.of(request).id();
        QueryParameters query = QueryParameters.of(request, "cursor", "limit", "types");
        Set<String> types =
                query.optional("types").map(MerchantEventRoutes::types).orElse(Set.of());
        String cursor = query.optional("cursor").orElse(null);
        return ServerSentEvents.wantedBy(request)
                ? stream(request, merchant, cursor, types)
                : page(merchant, cursor, types, Paging.limit(query));
    }

    /** From Last-Event-ID or the cursor; without either, from now on. */
    private Mono<ServerResponse> stream(
            ServerRequest request, MerchantId merchant, @Nullable String cursor, Set<String> types) {
        String lastId = request.headers().firstHeader("Last-Event-ID");
        String from = lastId == null ? cursor : lastId;
        Mono<EventCursor> after = from == null ? log.end() : Mono.just(cursor(from));
        return after.flatMap(start -> ServerSentEvents.respond(
                        request, follower.follow(merchant, start, types).map(Passage::text)))
                .onTerminateDetach();
    }

    private Mono<ServerResponse> page(MerchantId merchant, @Nullable String cursor, Set<String> types, int limit) {
        EventCursor after = cursor == null ? EventCursor.START : cursor(cursor);
        return log.after(merchant, after, types, limit).collectList().flatMap(found -> page(found, after));
    }

    /** The cursor is always there: a page that is empty now may have more behind it later. */
    private static Mono<ServerResponse> page(List<LoggedEvent> found, EventCursor after) {
        EventCursor next = found.isEmpty() ? after : found.getLast().cursor();
        return Paging.page(found.stream().map(logged -> logged.event().body()).toList(), next.toString());
    }

    private Mono<ServerResponse> event(ServerRequest request) {
        EventId id = eventId(request);
        return log.find(AuthenticatedMerchant.of(request).id(), id)
                .switchIfEmpty(Mono.error(() -> notFound(id)))
                .flatMap(event -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(event.body()));
    }

    private Mono<ServerResponse> deliveries(ServerRequest request) {
        MerchantId merchant = AuthenticatedMerchant.of(request).id();
        EventId id = eventId(request);
        return log.find(merchant, id)
                .switchIfEmpty(Mono.error(() -> notFound(id)))
                .flatMap(event -> deliveries.attempts(merchant, id).collectList())
                .flatMap(attempts -> Paging.page(attempts, null));
    }

    private Mono<ServerResponse> redeliver(ServerRequest request) {
        MerchantId merchant = AuthenticatedMerchant.of(request).id();
        EventId id = eventId(request);
        return log.find(merchant, id)
                .switchIfEmpty(Mono.error(() -> notFound(id)))
                .flatMap(event -> deliveries.redeliver(merchant, id))
                .flatMap(count -> ServerResponse.status(202)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"deliveries\":" + count + "}"));
    }

    private static Set<String> types(String list) {
        Set<String> types = new HashSet<>(List.of(list.split(",")));
        if (!WebhookPolicy.EVENT_TYPES.containsAll(types)) {
            throw QueryParameters.complaint(
                    "types", "must name event types, separated by commas: " + WebhookPolicy.EVENT_TYPES);
        }
        return types;
    }

    private static EventCursor cursor(String text) {
        try {
            return EventCursor.parse(text);
        } catch (IllegalArgumentException e) {
            throw QueryParameters.complaint(
                    "cursor", "must be the next_cursor of a page or the id of a streamed event");
        }
    }

    private static EventId eventId(ServerRequest request) {
        try {
            return EventId.parse(request.pathVariable("id"));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(404, "event_not_found", e.getMessage() + ".");
        }
    }

    private static ProblemException notFound(EventId id) {
        return ProblemException.of(404, "event_not_found", "You have no event " + id + ".");
    }
}
