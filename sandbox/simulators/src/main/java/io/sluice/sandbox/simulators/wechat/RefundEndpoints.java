package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.model.Decision.Granted;
import io.sluice.sandbox.simulators.model.Decision.Refused;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.RefundKey;
import io.sluice.sandbox.simulators.wechat.model.RefundOutcome;
import io.sluice.sandbox.simulators.wechat.model.RefundTerms;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import io.sluice.sandbox.simulators.wechat.wire.Answers;
import io.sluice.sandbox.simulators.wechat.wire.Documents;
import io.sluice.sandbox.simulators.wechat.wire.Endpoint;
import io.sluice.sandbox.simulators.wechat.wire.RefundReader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Refunding and querying refunds. */
final class RefundEndpoints {
    private final Refunds refunds;
    private final Set<RefundKey> asked = ConcurrentHashMap.newKeySet();

    RefundEndpoints(Refunds refunds) {
        this.refunds = refunds;
    }

    Mono<Answer> refund(Endpoint.Call call) {
        return switch (RefundReader.read(call.merchant(), call.request().body())) {
            case Granted<RefundTerms, Refusal>(RefundTerms terms) ->
                refund(terms, RefundOutcome.markedIn(terms.reason()));
            case Refused<RefundTerms, Refusal>(Refusal refusal) -> Mono.just(Answers.error(refusal));
        };
    }

    private Mono<Answer> refund(RefundTerms terms, RefundOutcome outcome) {
        return switch (outcome) {
            case DECLINED ->
                Mono.just(Answers.error(ErrorCode.NOT_ENOUGH, "The merchant's balance does not cover the refund"));
            case TIMEOUT_NOT_DONE -> isFirst(terms) ? Mono.just(Answer.NEVER) : accept(terms);
            case TIMEOUT_DONE -> {
                boolean first = isFirst(terms);
                yield accept(terms).map(answer -> first ? answer.in(Answer.Manner.NEVER) : answer);
            }
            case SUCCESS, ABNORMAL, CLOSED, PENDING, SILENT, RETURNED -> accept(terms);
        };
    }

    private boolean isFirst(RefundTerms terms) {
        return asked.add(terms.key());
    }

    private Mono<Answer> accept(RefundTerms terms) {
        return refunds.accept(terms)
                .map(decision -> Answers.of(decision, refund -> Answer.ok(Documents.refund(refund))));
    }

    Mono<Answer> query(Endpoint.Call call) {
        return refunds.find(new RefundKey(call.merchant().mchid(), call.parameter("no")))
                .map(decision -> Answers.of(decision, refund -> Answer.ok(Documents.refund(refund))));
    }
}
