package io.sluice.edge.payment;

import io.sluice.core.card.Cards;
import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.payment.PaymentAnswer;
import io.sluice.core.payment.PaymentPipeline;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.Payment;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.http.CanonicalLog;
import io.sluice.edge.http.JsonContent;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.QueryParameters;
import io.sluice.edge.http.RequestBody;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Make a payment, read one, list them. */
@Configuration(proxyBeanMethods = false)
class PaymentRoutes {

    private final PaymentPipeline pipeline;
    private final Payments payments;
    private final Cards cards;
    private final Clock clock;

    PaymentRoutes(PaymentPipeline pipeline, Payments payments, Cards cards, Clock clock) {
        this.pipeline = pipeline;
        this.payments = payments;
        this.cards = cards;
        this.clock = clock;
    }

    @Bean
    RouterFunction<ServerResponse> paymentRouter() {
        return RouterFunctions.route()
                .POST("/v1/payments", this::create)
                .GET("/v1/payments", this::list)
                .GET("/v1/payments/{id}", this::get)
                .build();
    }

    private Mono<ServerResponse> create(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        JsonContent.require(request);
        Duration patience = Patience.of(request.headers().header("Prefer"));
        AcceptPayment command = PaymentRequest.read(
                merchant.id(), request.headers().header("Idempotency-Key"), RequestBody.of(request), clock.instant());
        return recognizable(command, RequestBody.of(request))
                .flatMap(known -> pipeline.pay(merchant, known, patience))
                .doOnNext(answer -> note(request, answer))
                .flatMap(PaymentResponses::of);
    }

    /** A plain hash of a body with a card in it would be enough to find the card by trying. */
    private Mono<AcceptPayment> recognizable(AcceptPayment command, byte[] body) {
        return command.card() == null
                ? Mono.just(command)
                : cards.fingerprint(body).map(command::fingerprinted);
    }

    private static void note(ServerRequest request, PaymentAnswer answer) {
        switch (answer) {
            case PaymentAnswer.Concluded concluded -> note(request, concluded.payment());
            case PaymentAnswer.InProgress inProgress -> note(request, inProgress.payment());
            case PaymentAnswer.Replayed replayed -> note(request, replayed.payment());
            case PaymentAnswer.InFlight _,
                    PaymentAnswer.KeyReused _,
                    PaymentAnswer.Refused _,
                    PaymentAnswer.Unavailable _ -> {}
        }
    }

    private static void note(ServerRequest request, Payment payment) {
        CanonicalLog.notePayment(request.exchange(), payment.id());
    }

    private Mono<ServerResponse> get(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        PaymentId id = PaymentPath.id(request);
        CanonicalLog.notePayment(request.exchange(), id);
        return payments.find(merchant.id(), id)
                .switchIfEmpty(Mono.error(() -> PaymentPath.notFound(id)))
                .flatMap(PaymentResponses::ok);
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        QueryParameters query = QueryParameters.of(request, "merchant_order_no", "cursor", "limit");
        int limit = Paging.limit(query);
        PaymentId before = query.optional("cursor").map(Paging::paymentBefore).orElse(null);
        String orderNo = query.optional("merchant_order_no").orElse(null);
        return payments.list(merchant.id(), orderNo, before, limit + 1)
                .collectList()
                .flatMap(found -> page(found, limit));
    }

    private static Mono<ServerResponse> page(List<Payment> found, int limit) {
        List<Payment> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.getLast().id().toString() : null;
        return Paging.page(page.stream().map(PaymentJson::payment).toList(), next);
    }
}
