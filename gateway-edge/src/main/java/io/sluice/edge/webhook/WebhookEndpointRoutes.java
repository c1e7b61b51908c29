package io.sluice.edge.webhook;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.core.webhook.WebhookEndpoints;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.http.JsonContent;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.QueryParameters;
import io.sluice.edge.http.RequestBody;
import io.sluice.edge.json.JsonAnswer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A merchant's own webhook endpoints. */
@Configuration(proxyBeanMethods = false)
class WebhookEndpointRoutes {

    private final WebhookEndpoints endpoints;

    WebhookEndpointRoutes(WebhookEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Bean
    RouterFunction<ServerResponse> webhookEndpointRouter() {
        return RouterFunctions.route()
                .POST("/v1/webhook_endpoints", this::create)
                .GET("/v1/webhook_endpoints", this::list)
                .GET("/v1/webhook_endpoints/{id}", this::get)
                .PATCH("/v1/webhook_endpoints/{id}", this::update)
                .DELETE("/v1/webhook_endpoints/{id}", this::delete)
                .POST("/v1/webhook_endpoints/{id}/rotate_secret", this::rotateSecret)
                .build();
    }

    private Mono<ServerResponse> create(ServerRequest request) {
        MerchantId merchant = merchant(request);
        JsonContent.require(request);
        return endpoints
                .create(Actor.merchant(merchant), merchant, WebhookEndpointJson.create(RequestBody.of(request)))
                .flatMap(issued -> JsonAnswer.created(WebhookEndpointJson.issued(issued)));
    }

    /** There are few enough for one page. */
    private Mono<ServerResponse> list(ServerRequest request) {
        MerchantId merchant = merchant(request);
        QueryParameters.of(request);
        return endpoints
                .list(merchant)
                .map(endpoint -> JsonAnswer.text(WebhookEndpointJson.shown(endpoint)))
                .collectList()
                .flatMap(documents -> Paging.page(documents, null));
    }

    private Mono<ServerResponse> get(ServerRequest request) {
        MerchantId merchant = merchant(request);
        return endpoints
                .find(merchant, id(request))
                .switchIfEmpty(Mono.error(() -> notFound(request)))
                .flatMap(endpoint -> JsonAnswer.ok(WebhookEndpointJson.shown(endpoint)));
    }

    private Mono<ServerResponse> update(ServerRequest request) {
        MerchantId merchant = merchant(request);
        JsonContent.require(request);
        return endpoints
                .update(
                        Actor.merchant(merchant),
                        merchant,
                        id(request),
                        WebhookEndpointJson.change(RequestBody.of(request)))
                .switchIfEmpty(Mono.error(() -> notFound(request)))
                .flatMap(endpoint -> JsonAnswer.ok(WebhookEndpointJson.shown(endpoint)));
    }

    private Mono<ServerResponse> delete(ServerRequest request) {
        MerchantId merchant = merchant(request);
        return endpoints
                .delete(Actor.merchant(merchant), merchant, id(request))
                .switchIfEmpty(Mono.error(() -> notFound(request)))
                .flatMap(gone -> ServerResponse.noContent().build());
    }

    private Mono<ServerResponse> rotateSecret(ServerRequest request) {
        MerchantId merchant = merchant(request);
        byte[] body = RequestBody.of(request);
        if (body.length > 0) {
            JsonContent.require(request);
        }
        return endpoints
                .rotateSecret(Actor.merchant(merchant), merchant, id(request), WebhookEndpointJson.rotation(body))
                .switchIfEmpty(Mono.error(() -> notFound(request)))
                .flatMap(issued -> JsonAnswer.ok(WebhookEndpointJson.issued(issued)));
    }

    private static MerchantId merchant(ServerRequest request) {
        return AuthenticatedMerchant.of(request).id();
    }

    private static WebhookEndpointId id(ServerRequest request) {
        try {
            return WebhookEndpointId.parse(request.pathVariable("id"));
        } catch (IllegalArgumentException e) {
            throw notFound(request);
        }
    }

    private static ProblemException notFound(ServerRequest request) {
        return ProblemException.of(
                404, "webhook_endpoint_not_found", "There is no webhook endpoint " + request.pathVariable("id") + ".");
    }
}
