package io.sluice.edge.management;

import static io.sluice.edge.management.OperatorFilter.operator;

import io.sluice.core.id.PaymentId;
import io.sluice.core.json.Timestamps;
import io.sluice.core.payment.DecisionRecords;
import io.sluice.core.payment.DecisionRecords.Waiting;
import io.sluice.core.payment.Decisions;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.Attention;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.QueryParameters;
import io.sluice.edge.json.JsonFields;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Payments that need people. */
final class PaymentHandlers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_EVIDENCE = 2000;
    private static final int MAX_REFERENCE = 128;

    private final DecisionRecords records;
    private final Decisions decisions;
    private final Payments payments;

    PaymentHandlers(DecisionRecords records, Decisions decisions, Payments payments) {
        this.records = records;
        this.decisions = decisions;
        this.payments = payments;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        QueryParameters query = QueryParameters.of(request, "attention", "limit");
        Attention kind = query.optional("attention").map(PaymentHandlers::kind).orElse(null);
        return records.waiting(kind, Paging.limit(query))
                .concatMap(this::document)
                .collectList()
                .flatMap(documents -> Paging.page(documents, null));
    }

    private static @Nullable Attention kind(String name) {
        if (name.equals("any")) {
            return null;
        }
        return Arrays.stream(Attention.values())
                .filter(attention -> attention.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> QueryParameters.complaint("attention", "must be any, manual or conflicted"));
    }

    private Mono<String> document(Waiting waiting) {
        return payments.find(waiting.merchantId(), waiting.paymentId())
                .map(payment -> "{\"attention\":\"" + waiting.kind().wireName() + "\",\"since\":\""
                        + Timestamps.text(waiting.since()) + "\",\"merchant_id\":\"" + waiting.merchantId()
                        + "\",\"payment\":" + PaymentJson.payment(payment) + "}");
    }

    Mono<ServerResponse> decide(ServerRequest request) {
        PaymentId id = OperatorRequest.id(request, "payment", PaymentId::parse);
        return OperatorRequest.body(request, PaymentHandlers::decision)
                .flatMap(decision -> decisions.decide(operator(request), id, decision))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                        404,
                        "payment_needs_nobody",
                        id + " waits for no decision: GET /admin/payments?attention=any lists those that do.")))
                .flatMap(PaymentHandlers::answer);
    }

    private static Decision decision(JsonFields fields) {
        Decision.Kind kind = Decision.Kind.of(fields.text("decision", 1, 20))
                .orElseThrow(() ->
                        fields.invalid("decision", "must be charged, not_charged, keep, give_back or nothing_came"));
        String reference = kind == Decision.Kind.CHARGED ? fields.text("channel_reference", 1, MAX_REFERENCE) : null;
        return new Decision(kind, reference, fields.text("evidence", 1, MAX_EVIDENCE));
    }

    private static Mono<ServerResponse> answer(Decisions.Answer answer) {
        return switch (answer) {
            case Decisions.Answer.Decided decided -> json(200, "decided", "", PaymentJson.payment(decided.payment()));
            case Decisions.Answer.GivingBack(Payment payment, String refund) ->
                json(200, "decided", ",\"refund_id\":\"" + refund + "\"", PaymentJson.payment(payment));
            case Decisions.Answer.Proposed proposed ->
                json(202, "proposed", by(proposed.by()), PaymentJson.payment(proposed.payment()));
            case Decisions.Answer.Refused refused ->
                Mono.error(ProblemException.of(409, "decision_refused", refused.reason() + "."));
        };
    }

    private static String by(Set<String> operators) {
        return ",\"by\":" + JSON.writeValueAsString(operators.stream().sorted().toList());
    }

    private static Mono<ServerResponse> json(int status, String word, String more, String payment) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"status\":\"" + word + "\"" + more + ",\"payment\":" + payment + "}");
    }
}
