package io.sluice.edge.management;

import static io.sluice.edge.management.OperatorFilter.operator;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PayoutId;
import io.sluice.core.payout.PayoutConclusions;
import io.sluice.core.payout.PayoutDecisions;
import io.sluice.core.payout.PayoutDecisions.Question;
import io.sluice.core.payout.PayoutPipeline;
import io.sluice.core.payout.Payouts;
import io.sluice.core.payout.json.PayoutJson;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutState;
import io.sluice.core.payout.model.PayoutTerms;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.json.JsonFields;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Payouts that need people, and up to which amount they do not. */
final class PayoutHandlers {

    private static final long MAX_AMOUNT = 999_999_999_999L;
    private static final int MAX_EVIDENCE = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Payouts payouts;
    private final PayoutPipeline pipeline;
    private final PayoutConclusions conclusions;
    private final PayoutDecisions decisions;

    PayoutHandlers(Payouts payouts, PayoutPipeline pipeline, PayoutConclusions conclusions, PayoutDecisions decisions) {
        this.payouts = payouts;
        this.pipeline = pipeline;
        this.conclusions = conclusions;
        this.decisions = decisions;
    }

    private record Terms(String currency, PayoutTerms terms) {}

    private record Decision(String word, String evidence) {}

    Mono<ServerResponse> setTerms(ServerRequest request) {
        MerchantId merchant = OperatorRequest.merchant(request);
        return OperatorRequest.body(
                        request,
                        fields -> new Terms(
                                fields.text("currency", 3, 3),
                                new PayoutTerms(fields.integer("review_above", 0, MAX_AMOUNT))))
                .flatMap(wanted -> decisions.setTerms(merchant, wanted.currency(), wanted.terms(), operator(request)))
                .then(ServerResponse.noContent().build());
    }

    /** Answers the payout as it stands then: two people who agree change it, one who rejects does. */
    Mono<ServerResponse> decide(ServerRequest request) {
        MerchantId merchant = OperatorRequest.merchant(request);
        PayoutId id = OperatorRequest.id(request, "payout", PayoutId::parse);
        return OperatorRequest.body(request, PayoutHandlers::decision)
                .flatMap(decision -> payouts.find(merchant, id)
                        .switchIfEmpty(Mono.error(() -> OperatorRequest.notFound("payout", id)))
                        .flatMap(payout -> decide(payout, decision, operator(request))))
                .flatMap(payout -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(PayoutJson.text(payout)));
    }

    private static Decision decision(JsonFields fields) {
        return new Decision(fields.text("decision", 1, 20), fields.text("evidence", 1, MAX_EVIDENCE));
    }

    private Mono<Payout> decide(Payout payout, Decision decision, Actor person) {
        return switch (decision.word()) {
            case "approve" -> approve(require(PayoutState.REVIEW, payout), decision, person);
            case "reject" ->
                conclusions
                        .reject(require(PayoutState.REVIEW, payout), person.name(), decision.evidence())
                        .map(PayoutConclusions.Concluded::payout);
            case "paid" -> found(require(PayoutState.MANUAL, payout), true, decision, person);
            case "not_paid" -> found(require(PayoutState.MANUAL, payout), false, decision, person);
            default ->
                Mono.error(ProblemException.of(
                        400, "field_invalid", "'decision' must be approve, reject, paid or not_paid."));
        };
    }

    private Mono<Payout> approve(Payout payout, Decision decision, Actor person) {
        return decisions
                .agree(payout, Question.REVIEW, person, decision.evidence())
                .flatMap(people -> pipeline.approve(payout, people, PATIENCE))
                .then(payouts.find(payout.merchantId(), payout.id()));
    }

    private Mono<Payout> found(Payout payout, boolean paid, Decision decision, Actor person) {
        return decisions
                .agree(payout, paid ? Question.PAID : Question.NOT_PAID, person, decision.evidence())
                .flatMap(people -> conclusions.found(payout, paid, people))
                .map(PayoutConclusions.Concluded::payout);
    }

    private static Payout require(PayoutState state, Payout payout) {
        if (payout.state() != state) {
            throw ProblemException.of(
                    409, "decision_refused", payout.id() + " is " + payout.state() + ", not " + state + ".");
        }
        return payout;
    }
}
