package io.sluice.channels.unionpay;

import io.sluice.channels.unionpay.model.ModificationPolicy;
import io.sluice.channels.unionpay.model.Requests;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.PayoutOrder;
import reactor.core.publisher.Mono;

/** Payouts to bank cards. */
final class Payouts {

    private final AcpApi api;
    private final Requests requests;

    Payouts(AcpApi api, Requests requests) {
        this.api = api;
        this.requests = requests;
    }

    /** At best it is taken on. A number that is known already was sent before: UnionPay says so, and is asked what became of it. */
    Mono<ModificationOutcome> ask(PayoutOrder order) {
        return api.back(requests.payout(order))
                .flatMap(reply -> ModificationPolicy.isRepeated(reply)
                        ? inquire(order)
                        : Mono.just(ModificationPolicy.requested(reply, order.number(), requests.merchantId())));
    }

    Mono<ModificationOutcome> inquire(PayoutOrder order) {
        return api.query(requests.payoutQuery(order.number()))
                .map(reply -> ModificationPolicy.inquired(reply, order.number(), requests.merchantId()));
    }
}
