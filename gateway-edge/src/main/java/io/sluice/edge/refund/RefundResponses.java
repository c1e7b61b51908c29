package io.sluice.edge.refund;

import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.refund.RefundAnswer;
import io.sluice.core.refund.json.RefundJson;
import io.sluice.core.refund.model.Refund;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.payment.PaymentPath;
import io.sluice.edge.payment.PaymentResponses;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What the core decided about a refund, in HTTP. */
final class RefundResponses {

    private RefundResponses() {}

    static Mono<ServerResponse> of(PaymentId payment, RefundAnswer answer) {
        return switch (answer) {
            case RefundAnswer.Concluded(Refund refund) -> created(201, refund, false);
            case RefundAnswer.InProgress(Refund refund) -> created(202, refund, false);
            case RefundAnswer.Replayed(Refund refund) -> created(refund.version() > 1 ? 201 : 202, refund, true);
            case RefundAnswer.InFlight _ -> Mono.error(PaymentResponses.inFlight());
            case RefundAnswer.KeyReused _ -> Mono.error(PaymentResponses.keyReused());
            case RefundAnswer.Exceeds(Money left) -> Mono.error(exceeds(left));
            case RefundAnswer.NotRefundable(PaymentState state) -> Mono.error(notRefundable(payment, state));
            case RefundAnswer.NoSuchPayment _ -> Mono.error(PaymentPath.notFound(payment));
        };
    }

    static Mono<ServerResponse> ok(Refund refund) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(RefundJson.refund(refund));
    }

    private static Mono<ServerResponse> created(int status, Refund refund, boolean replayed) {
        ServerResponse.BodyBuilder response = ServerResponse.status(status)
                .location(URI.create("/v1/refunds/" + refund.id()))
                .contentType(MediaType.APPLICATION_JSON);
        if (status == 202) {
            response.header(HttpHeaders.LINK, "</v1/payments/" + refund.paymentId() + "/events>; rel=\"monitor\"");
        }
        if (replayed) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.bodyValue(RefundJson.refund(refund));
    }

    private static ProblemException exceeds(Money left) {
        return new ProblemException(Problem.of(
                        422,
                        "refund_exceeds_payment",
                        left.isPositive()
                                ? "No more than " + left.minor() + " is left of the payment (" + left + ")."
                                : "Nothing is left of the payment: all of it was refunded or is being refunded.")
                .about("amount"));
    }

    private static ProblemException notRefundable(PaymentId payment, PaymentState state) {
        return ProblemException.of(
                409,
                "payment_not_refundable",
                payment + " is " + state + ": only a payment that is SUCCEEDED can be refunded.");
    }
}
