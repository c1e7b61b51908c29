package io.sluice.edge.payout;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.sluice.core.card.Cards;
import io.sluice.core.id.PayoutId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payout.PayoutChannels;
import io.sluice.core.payout.PayoutPipeline;
import io.sluice.core.payout.Payouts;
import io.sluice.core.payout.json.PayoutJson;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.RequestPayout;
import io.sluice.core.routing.rule.model.Feature;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.SwitchedOn;
import io.sluice.edge.http.JsonContent;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.QueryParameters;
import io.sluice.edge.http.RequestBody;
import io.sluice.edge.payment.Patience;
import io.sluice.edge.payment.RequestIdempotency;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Pay out, read and list payouts. */
@Configuration(proxyBeanMethods = false)
class PayoutRoutes {

    private static final String ROUTE = "POST /v1/payouts";

    private final PayoutPipeline pipeline;
    private final PayoutChannels channels;
    private final Payouts payouts;
    private final Cards cards;

    PayoutRoutes(PayoutPipeline pipeline, PayoutChannels channels, Payouts payouts, Cards cards) {
        this.pipeline = pipeline;
        this.channels = channels;
        this.payouts = payouts;
        this.cards = cards;
    }

    @Bean
    RouterFunction<ServerResponse> payoutRouter() {
        return RouterFunctions.route()
                .POST("/v1/payouts", this::payOut)
                .GET("/v1/payouts", this::list)
                .GET("/v1/payouts/{id}", this::get)
                .build();
    }

    private Mono<ServerResponse> payOut(ServerRequest request) {
        Merchant merchant = SwitchedOn.require(AuthenticatedMerchant.of(request), Feature.PAYOUTS);
        JsonContent.require(request);
        byte[] body = RequestBody.of(request);
        IdempotencyKey key = RequestIdempotency.of(ROUTE, request.headers().header("Idempotency-Key"), body);
        PayoutRequest wish = PayoutRequest.read(body);
        var patience = Patience.of(request.headers().header("Prefer"));
        return cards.fingerprint(body)
                .map(fingerprint -> command(merchant, wish, new IdempotencyKey(ROUTE, key.key(), fingerprint)))
                .flatMap(command -> pipeline.payOut(command, patience))
                .onErrorMap(R2dbcBadGrammarException.class, PayoutResponses::booksUnavailable)
                .flatMap(PayoutResponses::of);
    }

    /** A plain hash of a body with a card in it would be enough to find the card by trying: the key's is one with a secret. */
    private RequestPayout command(Merchant merchant, PayoutRequest wish, IdempotencyKey key) {
        String type = wish.beneficiary().type();
        return channels.paying(merchant, wish.amount(), type)
                .map(account -> new RequestPayout(
                        merchant.id(),
                        wish.merchantPayoutNo(),
                        wish.amount(),
                        wish.beneficiary(),
                        wish.purpose(),
                        account.id(),
                        account.channel(),
                        key))
                .orElseThrow(() -> nobodyPays(merchant, wish));
    }

    /** Where something is off, the same request may have been granted before: that is no refusal. */
    private static ProblemException nobodyPays(Merchant merchant, PayoutRequest wish) {
        return merchant.routing().switches().off().isEmpty()
                ? PayoutResponses.unsupported(
                        wish.beneficiary().type(), wish.amount().currency().getCurrencyCode())
                : SwitchedOn.off(
                        "None of your channel accounts that are switched on pays that out; repeat the same request later.");
    }

    private Mono<ServerResponse> get(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        PayoutId id = id(request);
        return payouts.find(merchant.id(), id)
                .switchIfEmpty(Mono.error(() -> PayoutResponses.notFound(id)))
                .flatMap(PayoutResponses::ok);
    }

    private static PayoutId id(ServerRequest request) {
        try {
            return PayoutId.parse(request.pathVariable("id"));
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(404, "payout_not_found", String.valueOf(e.getMessage()) + ".");
        }
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        QueryParameters query = QueryParameters.of(request, "cursor", "limit");
        int limit = Paging.limit(query);
        PayoutId before = query.optional("cursor").map(PayoutRoutes::before).orElse(null);
        return payouts.list(merchant.id(), before, limit + 1).collectList().flatMap(found -> page(found, limit));
    }

    private static PayoutId before(String cursor) {
        try {
            return PayoutId.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw QueryParameters.complaint("cursor", "must be the next_cursor of an earlier page");
        }
    }

    private static Mono<ServerResponse> page(List<Payout> found, int limit) {
        List<Payout> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.getLast().id().toString() : null;
        return Paging.page(page.stream().map(PayoutJson::text).toList(), next);
    }
}
