package io.sluice.edge.refund;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.RefundId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.refund.RefundPipeline;
import io.sluice.core.refund.RefundStore;
import io.sluice.core.refund.json.RefundJson;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RequestRefund;
import io.sluice.core.routing.rule.model.Feature;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.SwitchedOn;
import io.sluice.edge.http.CanonicalLog;
import io.sluice.edge.http.JsonContent;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.QueryParameters;
import io.sluice.edge.http.RequestBody;
import io.sluice.edge.payment.Patience;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Make a refund, read one, list them. */
@Configuration(proxyBeanMethods = false)
class RefundRoutes {

    private final RefundPipeline pipeline;
    private final RefundStore refunds;

    RefundRoutes(RefundPipeline pipeline, RefundStore refunds) {
        this.pipeline = pipeline;
        this.refunds = refunds;
    }

    @Bean
    RouterFunction<ServerResponse> refundRouter() {
        return RouterFunctions.route()
                .POST("/v1/refunds", this::create)
                .GET("/v1/refunds", this::list)
                .GET("/v1/refunds/{id}", this::get)
                .build();
    }

    private Mono<ServerResponse> create(ServerRequest request) {
        MerchantId merchant = SwitchedOn.require(AuthenticatedMerchant.of(request), Feature.REFUNDS)
                .id();
        JsonContent.require(request);
        Duration patience = Patience.of(request.headers().header("Prefer"));
        RequestRefund command =
                RefundRequest.read(merchant, request.headers().header("Idempotency-Key"), RequestBody.of(request));
        CanonicalLog.notePayment(request.exchange(), command.paymentId());
        return pipeline.refund(command, patience).flatMap(answer -> RefundResponses.of(command.paymentId(), answer));
    }

    private Mono<ServerResponse> get(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        RefundId id = id(request);
        return refunds.find(merchant.id(), id)
                .switchIfEmpty(Mono.error(
                        () -> ProblemException.of(404, "refund_not_found", "You have no refund " + id + ".")))
                .doOnNext(refund -> CanonicalLog.notePayment(request.exchange(), refund.paymentId()))
                .flatMap(RefundResponses::ok);
    }

    private static RefundId id(ServerRequest request) {
        try {
            return RefundId.parse(request.pathVariable("id"));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(404, "refund_not_found", String.valueOf(e.getMessage()) + ".");
        }
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        QueryParameters query = QueryParameters.of(request, "payment_id", "cursor", "limit");
        int limit = Paging.limit(query);
        PaymentId payment =
                query.optional("payment_id").map(RefundRoutes::payment).orElse(null);
        RefundId before = query.optional("cursor").map(RefundRoutes::before).orElse(null);
        return refunds.list(merchant.id(), payment, before, limit + 1)
                .collectList()
                .flatMap(found -> page(found, limit));
    }

    private static PaymentId payment(String text) {
        try {
            return PaymentId.parse(text);
        } catch (IllegalArgumentException e) {
            throw QueryParameters.complaint("payment_id", "must be the id of a payment, pay_…");
        }
    }

    private static RefundId before(String cursor) {
        try {
            return RefundId.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw QueryParameters.complaint("cursor", "must be the next_cursor of an earlier page");
        }
    }

    private static Mono<ServerResponse> page(List<Refund> found, int limit) {
        List<Refund> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.getLast().id().toString() : null;
        return Paging.page(page.stream().map(RefundJson::refund).toList(), next);
    }
}
