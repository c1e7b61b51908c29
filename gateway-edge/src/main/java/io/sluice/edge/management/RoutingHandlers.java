package io.sluice.edge.management;

import static io.sluice.edge.management.OperatorFilter.operator;
import static io.sluice.edge.management.OperatorRequest.merchant;
import static io.sluice.edge.management.OperatorRequest.notFound;

import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.MerchantAdministration;
import io.sluice.core.routing.RoutingAdministration;
import io.sluice.core.routing.json.ConfigurationJson;
import io.sluice.core.routing.json.ConfigurationReader;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import io.sluice.edge.json.StrictJson;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** How merchants' payments are routed. */
final class RoutingHandlers {

    private final RoutingAdministration routing;
    private final MerchantAdministration merchants;

    RoutingHandlers(RoutingAdministration routing, MerchantAdministration merchants) {
        this.routing = routing;
        this.merchants = merchants;
    }

    Mono<ServerResponse> get(ServerRequest request) {
        MerchantId merchant = merchant(request);
        return OperatorRequest.existing(merchants, merchant)
                .flatMap(existing -> routing.find(merchant))
                .flatMap(RoutingHandlers::shown);
    }

    Mono<ServerResponse> replace(ServerRequest request) {
        MerchantId merchant = merchant(request);
        return OperatorRequest.bytes(request)
                .map(RoutingHandlers::configuration)
                .flatMap(wanted -> routing.replace(operator(request), merchant, wanted))
                .switchIfEmpty(Mono.error(() -> notFound("merchant", merchant)))
                .flatMap(RoutingHandlers::shown);
    }

    private static RoutingConfiguration configuration(byte[] body) {
        StrictJson.object(body);
        return ConfigurationReader.read(new String(body, StandardCharsets.UTF_8), 0);
    }

    private static Mono<ServerResponse> shown(RoutingConfiguration configuration) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(ConfigurationJson.shown(configuration));
    }
}
