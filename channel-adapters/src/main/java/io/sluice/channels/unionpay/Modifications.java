package io.sluice.channels.unionpay;

import io.sluice.channels.unionpay.model.ModificationPolicy;
import io.sluice.channels.unionpay.model.Requests;
import io.sluice.channels.unionpay.model.TransactionType;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import reactor.core.publisher.Mono;

/** Completions, voids and refunds of what a reference names. */
final class Modifications {

    private final AcpApi api;
    private final Requests requests;

    Modifications(AcpApi api, Requests requests) {
        this.api = api;
        this.requests = requests;
    }

    /** A number that was sent before is not done twice: UnionPay says so, and is asked what became of it. */
    Mono<ModificationOutcome> ask(TransactionType type, ModificationOrder order) {
        String reference = order.reference();
        if (reference == null) {
            return Mono.just(new NotSent(
                    Fault.ORDER, "reference_missing", "UnionPay must be told the queryId of what is to be modified"));
        }
        return api.back(requests.modification(type, order, reference))
                .flatMap(reply -> ModificationPolicy.isRepeated(reply)
                        ? inquire(order)
                        : Mono.just(ModificationPolicy.requested(reply, order.number(), requests.merchantId())));
    }

    Mono<ModificationOutcome> inquire(ModificationOrder order) {
        return api.query(requests.query(order.number()))
                .map(reply -> ModificationPolicy.inquired(reply, order.number(), requests.merchantId()));
    }
}
