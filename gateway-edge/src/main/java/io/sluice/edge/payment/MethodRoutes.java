package io.sluice.edge.payment;

import io.sluice.core.channel.guard.Channels;
import io.sluice.core.routing.Router;
import io.sluice.core.routing.json.MethodView;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.QueryParameters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** How a merchant's payers can pay. */
@Configuration(proxyBeanMethods = false)
class MethodRoutes {

    private final Router router;

    MethodRoutes(Channels channels) {
        this.router = new Router(channels);
    }

    @Bean
    RouterFunction<ServerResponse> methodRouter() {
        return RouterFunctions.route().GET("/v1/methods", this::list).build();
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        QueryParameters.of(request);
        return Paging.page(
                router.methods(AuthenticatedMerchant.of(request)).stream()
                        .map(MethodView::of)
                        .toList(),
                null);
    }
}
