package io.sluice.edge.management;

import static io.sluice.edge.management.OperatorFilter.operator;
import static io.sluice.edge.management.OperatorRequest.merchant;
import static io.sluice.edge.management.OperatorRequest.notFound;

import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.MerchantAdministration;
import io.sluice.core.webhook.WebhookEndpoints;
import io.sluice.edge.http.Paging;
import io.sluice.edge.json.JsonAnswer;
import io.sluice.edge.webhook.WebhookEndpointJson;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Merchants' webhook endpoints, kept for them by operators. */
final class WebhookEndpointHandlers {

    private final WebhookEndpoints endpoints;
    private final MerchantAdministration merchants;

    WebhookEndpointHandlers(WebhookEndpoints endpoints, MerchantAdministration merchants) {
        this.endpoints = endpoints;
        this.merchants = merchants;
    }

    Mono<ServerResponse> create(ServerRequest request) {
        MerchantId merchant = merchant(request);
        return OperatorRequest.bytes(request)
                .map(WebhookEndpointJson::create)
                .flatMap(endpoint -> endpoints.create(operator(request), merchant, endpoint))
                .switchIfEmpty(Mono.error(() -> notFound("merchant", merchant)))
                .flatMap(issued -> JsonAnswer.created(WebhookEndpointJson.issued(issued)));
    }

    Mono<ServerResponse> list(ServerRequest request) {
        MerchantId merchant = merchant(request);
        return OperatorRequest.existing(merchants, merchant)
                .thenMany(endpoints.list(merchant))
                .map(endpoint -> JsonAnswer.text(WebhookEndpointJson.shown(endpoint)))
                .collectList()
                .flatMap(documents -> Paging.page(documents, null));
    }
}
