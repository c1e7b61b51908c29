package io.sluice.edge.agreement;

import io.sluice.core.agreement.AgreementAnswer;
import io.sluice.core.agreement.AgreementAnswer.KeyReused;
import io.sluice.core.agreement.AgreementAnswer.NotFound;
import io.sluice.core.agreement.AgreementAnswer.NotOffered;
import io.sluice.core.agreement.AgreementAnswer.Refused;
import io.sluice.core.agreement.AgreementAnswer.Replayed;
import io.sluice.core.agreement.AgreementAnswer.Stands;
import io.sluice.core.agreement.json.AgreementJson;
import io.sluice.core.agreement.model.Agreement;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.payment.PaymentResponses;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.function.server.ServerResponse.BodyBuilder;
import reactor.core.publisher.Mono;

/** What the core decided about an agreement, in HTTP. */
final class AgreementResponses {

    private AgreementResponses() {}

    static Mono<ServerResponse> created(AgreementAnswer answer) {
        return switch (answer) {
            case Stands(Agreement agreement) -> body(made(agreement), agreement);
            case Replayed(Agreement agreement) ->
                body(made(agreement).header("Idempotent-Replayed", "true"), agreement);
            case KeyReused _, NotFound _, NotOffered _, Refused _ -> Mono.error(problem(answer, ""));
        };
    }

    /** 202 while it is not known what the channel says. */
    static Mono<ServerResponse> done(AgreementAnswer answer, String id) {
        return switch (answer) {
            case Stands(Agreement agreement) ->
                body(ServerResponse.status(agreement.step().isInDoubt() ? 202 : 200), agreement);
            case Replayed(Agreement agreement) -> body(ServerResponse.ok(), agreement);
            case KeyReused _, NotFound _, NotOffered _, Refused _ -> Mono.error(problem(answer, id));
        };
    }

    static Mono<ServerResponse> ok(Agreement agreement) {
        return body(ServerResponse.ok(), agreement);
    }

    static ProblemException notFound(String id) {
        String shown = id.length() > 48 ? id.substring(0, 48) + "…" : id;
        return ProblemException.of(404, "agreement_not_found", "You have no agreement " + shown + ".");
    }

    private static ProblemException problem(AgreementAnswer answer, String id) {
        return switch (answer) {
            case NotOffered(String reason) ->
                new ProblemException(Problem.of(422, "method_unavailable", "'method' " + reason + ".")
                        .about("method"));
            case Refused(String code, String reason) -> ProblemException.of(409, code, reason + ".");
            case KeyReused _ -> PaymentResponses.keyReused();
            case NotFound _ -> notFound(id);
            case Stands _, Replayed _ -> throw new IllegalStateException("no problem: " + answer);
        };
    }

    private static BodyBuilder made(Agreement agreement) {
        return ServerResponse.created(URI.create("/v1/agreements/" + agreement.id()));
    }

    private static Mono<ServerResponse> body(BodyBuilder response, Agreement agreement) {
        return response.contentType(MediaType.APPLICATION_JSON).bodyValue(AgreementJson.agreement(agreement));
    }
}
