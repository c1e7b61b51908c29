package io.sluice.edge.payment;

import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.routing.RoutingRecords;
import io.sluice.core.routing.json.RoutingView;
import io.sluice.core.routing.model.RoutingRecord;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.http.CanonicalLog;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Why a payment went where it went. */
@Configuration(proxyBeanMethods = false)
class RoutingRoutes {

    private final RoutingRecords records;

    RoutingRoutes(RoutingRecords records) {
        this.records = records;
    }

    @Bean
    RouterFunction<ServerResponse> routingRouter() {
        return RouterFunctions.route()
                .GET("/v1/payments/{id}/routing", this::get)
                .build();
    }

    private Mono<ServerResponse> get(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        PaymentId id = PaymentPath.id(request);
        CanonicalLog.notePayment(request.exchange(), id);
        return records.of(merchant.id(), id)
                .collectList()
                .filter(found -> !found.isEmpty())
                .switchIfEmpty(Mono.error(() -> PaymentPath.notFound(id)))
                .flatMap(found -> ok(id, found));
    }

    private static Mono<ServerResponse> ok(PaymentId id, List<RoutingRecord.OfAttempt> found) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(RoutingView.of(id, found));
    }
}
