package io.sluice.edge.payment;

import io.sluice.core.payment.PaymentAnswer;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.Payment;
import io.sluice.edge.SwitchedOn;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What the core decided, in HTTP. */
public final class PaymentResponses {

    /** As long as a channel that fails is left alone. */
    private static final int CHANNEL_RETRY_AFTER_SECONDS = 5;

    private PaymentResponses() {}

    static Mono<ServerResponse> of(PaymentAnswer answer) {
        return switch (answer) {
            case PaymentAnswer.Concluded concluded -> created(201, concluded.payment(), false);
            case PaymentAnswer.InProgress inProgress -> created(202, inProgress.payment(), false);
            case PaymentAnswer.Replayed replayed ->
                created(replayed.payment().isUnderWay() ? 202 : 201, replayed.payment(), true);
            case PaymentAnswer.InFlight inFlight -> Mono.error(inFlight());
            case PaymentAnswer.KeyReused reused -> Mono.error(keyReused());
            case PaymentAnswer.Refused refused ->
                Mono.error(new ProblemException(
                        Problem.of(422, refused.code(), refused.message()).about(refused.field())));
            case PaymentAnswer.Unavailable unavailable -> Mono.error(unavailable(unavailable));
        };
    }

    static Mono<ServerResponse> ok(Payment payment) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(PaymentJson.payment(payment));
    }

    /** Not over yet: follow its events. */
    static Mono<ServerResponse> goingOn(Payment payment) {
        return ServerResponse.accepted()
                .header(HttpHeaders.LINK, monitor(payment))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(PaymentJson.payment(payment));
    }

    private static String monitor(Payment payment) {
        return "</v1/payments/" + payment.id() + "/events>; rel=\"monitor\"";
    }

    private static Mono<ServerResponse> created(int status, Payment payment, boolean replayed) {
        URI self = URI.create("/v1/payments/" + payment.id());
        ServerResponse.BodyBuilder response =
                ServerResponse.status(status).location(self).contentType(MediaType.APPLICATION_JSON);
        if (status == 202) {
            response.header(HttpHeaders.LINK, monitor(payment));
        }
        if (replayed) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.bodyValue(PaymentJson.payment(payment));
    }

    private static ProblemException unavailable(PaymentAnswer.Unavailable unavailable) {
        String detail = unavailable.message() + ". No payment was made; repeat the same request later.";
        return unavailable.code().equals("switched_off")
                ? SwitchedOn.off(detail)
                : new ProblemException(
                        Problem.of(503, "channel_failing", detail).retryAfter(CHANNEL_RETRY_AFTER_SECONDS));
    }

    public static ProblemException inFlight() {
        return new ProblemException(Problem.of(
                        409,
                        "request_in_flight",
                        "The same request is still being worked on; repeat it a little later for its answer.")
                .retryAfter(1));
    }

    public static ProblemException keyReused() {
        return new ProblemException(Problem.of(
                        422,
                        "idempotency_key_reused",
                        "This Idempotency-Key was used with another body; a new request needs a new key.")
                .about("Idempotency-Key"));
    }
}
