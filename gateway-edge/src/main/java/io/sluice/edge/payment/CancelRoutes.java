package io.sluice.edge.payment;

import io.sluice.core.id.PaymentId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.payment.Cancellations;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.http.CanonicalLog;
import io.sluice.edge.http.ProblemException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Give a payment up. */
@Configuration(proxyBeanMethods = false)
class CancelRoutes {

    private final Cancellations cancellations;

    CancelRoutes(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    @Bean
    RouterFunction<ServerResponse> cancelRouter() {
        return RouterFunctions.route()
                .POST("/v1/payments/{id}/cancel", this::cancel)
                .build();
    }

    private Mono<ServerResponse> cancel(ServerRequest request) {
        Merchant merchant = AuthenticatedMerchant.of(request);
        PaymentId id = PaymentPath.id(request);
        CanonicalLog.notePayment(request.exchange(), id);
        Duration patience = Patience.of(request.headers().header("Prefer"));
        return cancellations
                .cancel(merchant.id(), id, patience)
                .switchIfEmpty(Mono.error(() -> PaymentPath.notFound(id)))
                .flatMap(CancelRoutes::answer);
    }

    private static Mono<ServerResponse> answer(Payment payment) {
        return switch (payment.state()) {
            case CLOSED -> PaymentResponses.ok(payment);
            case CLOSING -> PaymentResponses.goingOn(payment);
            default -> Mono.error(notCancelable(payment));
        };
    }

    private static ProblemException notCancelable(Payment payment) {
        return ProblemException.of(
                409,
                "payment_not_cancelable",
                payment.id() + " is " + payment.state() + ": " + instead(payment.state()));
    }

    private static String instead(PaymentState state) {
        return switch (state) {
            case SUCCEEDED -> "the payer was charged; give the money back with a refund, POST /v1/refunds.";
            case AUTHORIZED, PARTIALLY_CAPTURED ->
                "the payer's money is held; let go of what is not captured with POST /v1/payments/{id}/void.";
            case FAILED -> "it is over and nobody was charged, so there is nothing to cancel.";
            case REVERSED -> "it is over and the payer has the money back, so there is nothing to cancel.";
            case CONFLICTED -> "money came that was not expected, and people decide what becomes of it.";
            case CREATED, RISK_REVIEW, REQUIRES_ACTION, PROCESSING, CLOSING, CLOSED ->
                "it is not ready to be cancelled; try again.";
        };
    }
}
