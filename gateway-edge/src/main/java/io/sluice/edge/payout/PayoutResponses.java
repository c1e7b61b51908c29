package io.sluice.edge.payout;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.sluice.core.id.PayoutId;
import io.sluice.core.payout.PayoutAnswer;
import io.sluice.core.payout.json.PayoutJson;
import io.sluice.core.payout.model.Payout;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.payment.PaymentResponses;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What the core decided about a payout, in HTTP. */
final class PayoutResponses {

    private PayoutResponses() {}

    static Mono<ServerResponse> of(PayoutAnswer answer) {
        return switch (answer) {
            case PayoutAnswer.Concluded(Payout done) -> created(201, done, false);
            case PayoutAnswer.InProgress(Payout sent) -> created(202, sent, false);
            case PayoutAnswer.Replayed(Payout known) -> created(201, known, true);
            case PayoutAnswer.KeyReused _ -> Mono.error(PaymentResponses.keyReused());
            case PayoutAnswer.Insufficient _ -> Mono.error(insufficient());
        };
    }

    static Mono<ServerResponse> ok(Payout payout) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(PayoutJson.text(payout));
    }

    static ProblemException notFound(PayoutId id) {
        return ProblemException.of(404, "payout_not_found", "You have no payout " + id + ".");
    }

    static ProblemException unsupported(String type, String currency) {
        return new ProblemException(Problem.of(
                        422,
                        "payout_unsupported",
                        "None of your channel accounts pays that amount of " + currency + " out to a " + type + ".")
                .about("amount"));
    }

    /** What was earned is read from the ledger's schema, which is not there. */
    static ProblemException booksUnavailable(R2dbcBadGrammarException missing) {
        return new ProblemException(
                Problem.of(503, "books_unavailable", "The ledger was never started on this database.")
                        .retryAfter(5));
    }

    private static ProblemException insufficient() {
        return new ProblemException(Problem.of(
                        422,
                        "payout_exceeds_balance",
                        "You are due less than that now, GET /v1/balance; what came in a moment ago may not be booked yet.")
                .about("amount"));
    }

    private static Mono<ServerResponse> created(int status, Payout payout, boolean replayed) {
        ServerResponse.BodyBuilder response = ServerResponse.status(status)
                .location(URI.create("/v1/payouts/" + payout.id()))
                .contentType(MediaType.APPLICATION_JSON);
        if (replayed) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.bodyValue(PayoutJson.text(payout));
    }
}
