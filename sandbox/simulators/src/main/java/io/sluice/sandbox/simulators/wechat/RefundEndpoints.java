package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.wechat.model.Decision.Granted;
import io.sluice.sandbox.simulators.wechat.model.Decision.Refused;
import io.sluice.sandbox.simulators.wechat.model.RefundKey;
import io.sluice.sandbox.simulators.wechat.model.RefundTerms;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import reactor.core.publisher.Mono;

/** Refunding and querying refunds. */
final class RefundEndpoints {
    private final Refunds refunds;

    RefundEndpoints(Refunds refunds) {
        this.refunds = refunds;
    }

    Mono<Answer> refund(Endpoint.Call call) {
        return switch (RefundReader.read(call.merchant(), call.request().body())) {
            case Granted<RefundTerms>(RefundTerms terms) ->
                refunds.accept(terms)
                        .map(decision -> Answer.of(decision, refund -> Answer.ok(Documents.refund(refund))));
            case Refused<RefundTerms>(Refusal refusal) -> Mono.just(Answer.error(refusal));
        };
    }

    Mono<Answer> query(Endpoint.Call call) {
        return refunds.find(new RefundKey(call.merchant().mchid(), call.parameter("no")))
                .map(decision -> Answer.of(decision, refund -> Answer.ok(Documents.refund(refund))));
    }
}
