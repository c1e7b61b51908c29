package io.sluice.edge.agreement;

import io.sluice.core.agreement.AgreementPipeline;
import io.sluice.core.agreement.Agreements;
import io.sluice.core.agreement.AskForAgreement;
import io.sluice.core.agreement.json.AgreementJson;
import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.card.Cards;
import io.sluice.core.id.AgreementId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.http.JsonContent;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.QueryParameters;
import io.sluice.edge.http.RequestBody;
import io.sluice.edge.payment.RequestIdempotency;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Have a payer asked, hand his code over, see what became of it, end it. */
@Configuration(proxyBeanMethods = false)
class AgreementRoutes {

    private static final String ROUTE = "POST /v1/agreements";

    private final AgreementPipeline pipeline;
    private final Agreements agreements;
    private final Cards cards;
    private final Clock clock;

    AgreementRoutes(AgreementPipeline pipeline, Agreements agreements, Cards cards, Clock clock) {
        this.pipeline = pipeline;
        this.agreements = agreements;
        this.cards = cards;
        this.clock = clock;
    }

    @Bean
    RouterFunction<ServerResponse> agreementRouter() {
        return RouterFunctions.route()
                .POST("/v1/agreements", this::sign)
                .GET("/v1/agreements", this::list)
                .GET("/v1/agreements/{id}", this::get)
                .POST("/v1/agreements/{id}/confirm", this::confirm)
                .POST("/v1/agreements/{id}/revoke", this::revoke)
                .build();
    }

    private Mono<ServerResponse> sign(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        JsonContent.require(request);
        byte[] body = RequestBody.of(request);
        IdempotencyKey key = RequestIdempotency.of(ROUTE, request.headers().header("Idempotency-Key"), body);
        AgreementRequest.Wanted wanted = AgreementRequest.wanted(body, clock.instant());
        return cards.fingerprint(body)
                .map(fingerprint -> new IdempotencyKey(key.route(), key.key(), fingerprint))
                .flatMap(known -> pipeline.sign(merchant, new AskForAgreement(wanted.method(), wanted.payer(), known)))
                .flatMap(AgreementResponses::created);
    }

    private Mono<ServerResponse> confirm(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        JsonContent.require(request);
        AgreementId id = id(request);
        return pipeline.confirm(merchant.id(), id, AgreementRequest.code(RequestBody.of(request)))
                .flatMap(answer -> AgreementResponses.done(answer, id.toString()));
    }

    private Mono<ServerResponse> revoke(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        AgreementId id = id(request);
        return pipeline.revoke(merchant.id(), id).flatMap(answer -> AgreementResponses.done(answer, id.toString()));
    }

    private Mono<ServerResponse> get(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        AgreementId id = id(request);
        return agreements
                .find(merchant.id(), id)
                .switchIfEmpty(Mono.error(() -> AgreementResponses.notFound(id.toString())))
                .flatMap(AgreementResponses::ok);
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        QueryParameters query = QueryParameters.of(request, "cursor", "limit");
        int limit = Paging.limit(query);
        AgreementId before =
                query.optional("cursor").map(AgreementRoutes::before).orElse(null);
        return agreements.list(merchant.id(), before, limit + 1).collectList().flatMap(found -> page(found, limit));
    }

    private static Mono<ServerResponse> page(List<Agreement> found, int limit) {
        List<Agreement> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.getLast().id().toString() : null;
        return Paging.page(page.stream().map(AgreementJson::agreement).toList(), next);
    }

    private static AgreementId before(String cursor) {
        try {
            return AgreementId.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw QueryParameters.complaint("cursor", "must be the next_cursor of an earlier page");
        }
    }

    private static AgreementId id(ServerRequest request) {
        try {
            return AgreementId.parse(request.pathVariable("id"));
        } catch (IllegalArgumentException e) {
            throw AgreementResponses.notFound(request.pathVariable("id"));
        }
    }
}
