package io.sluice.edge.modification;

import io.sluice.core.id.PaymentId;
import io.sluice.core.modification.ModificationAnswer;
import io.sluice.core.modification.json.ModificationJson;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.PublicName;
import io.sluice.core.modification.model.ReservationDecision.Refused;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.payment.PaymentPath;
import io.sluice.edge.payment.PaymentResponses;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What the core decided about a capture, a void or a refund, in HTTP. */
final class ModificationResponses {

    private ModificationResponses() {}

    static Mono<ServerResponse> of(PaymentId payment, ModificationAnswer answer) {
        return switch (answer) {
            case ModificationAnswer.Concluded(Modification done) -> created(201, done, false);
            case ModificationAnswer.InProgress(Modification sent) -> created(202, sent, false);
            case ModificationAnswer.Replayed(Modification known) ->
                created(known.version() > 1 ? 201 : 202, known, true);
            case ModificationAnswer.InFlight _ -> Mono.error(PaymentResponses.inFlight());
            case ModificationAnswer.KeyReused _ -> Mono.error(PaymentResponses.keyReused());
            case ModificationAnswer.Refused(Refused refusal) -> Mono.error(refused(refusal));
            case ModificationAnswer.NoSuchPayment _ -> Mono.error(PaymentPath.notFound(payment));
        };
    }

    static Mono<ServerResponse> ok(Modification modification) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(ModificationJson.text(modification));
    }

    private static Mono<ServerResponse> created(int status, Modification modification, boolean replayed) {
        String self = "/v1/" + PublicName.of(modification.kind()).word() + "s/" + modification.publicId();
        ServerResponse.BodyBuilder response =
                ServerResponse.status(status).location(URI.create(self)).contentType(MediaType.APPLICATION_JSON);
        if (status == 202) {
            response.header(
                    HttpHeaders.LINK, "</v1/payments/" + modification.paymentId() + "/events>; rel=\"monitor\"");
        }
        if (replayed) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.bodyValue(ModificationJson.text(modification));
    }

    /** What the request could say otherwise is its own fault; else the payment does not allow it now. */
    private static ProblemException refused(Refused refusal) {
        String field = refusal.field();
        return field == null
                ? ProblemException.of(409, refusal.code(), refusal.message())
                : new ProblemException(
                        Problem.of(422, refusal.code(), refusal.message()).about(field));
    }
}
