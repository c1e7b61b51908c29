package io.sluice.channels.unionpay;

import io.sluice.channels.unionpay.model.ChargePolicy;
import io.sluice.channels.unionpay.model.OrderPolicy;
import io.sluice.channels.unionpay.model.Requests;
import io.sluice.channels.unionpay.model.TransactionType;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What cards are charged by the names that they were bound to, and what is asked about orders of either kind. */
final class Charges {

    private final AcpApi api;
    private final Requests requests;

    Charges(AcpApi api, Requests requests) {
        this.api = api;
        this.requests = requests;
    }

    /** A number that was sent before is not charged twice: UnionPay says so, and is asked what became of it. */
    Mono<ChannelOutcome> charge(TransactionType type, PayOrder order) {
        String bound = order.agreement() == null ? null : order.agreement().token();
        if (bound == null) {
            return Mono.just(new NotSent(
                    Fault.ORDER,
                    "agreement_missing",
                    "UnionPay must be told the bindId of the agreement to charge by"));
        }
        return api.back(requests.charge(type, order, bound))
                .flatMap(reply -> ChargePolicy.isRepeated(reply)
                        ? inquire(order.number(), order.method())
                        : Mono.just(ChargePolicy.requested(reply, requests.merchantId(), order.number())));
    }

    Mono<ChannelOutcome> inquire(OrderReference order) {
        return inquire(order.number(), order.method());
    }

    private Mono<ChannelOutcome> inquire(String number, @Nullable String method) {
        return api.query(requests.query(number, UnionPayProvider.AGREEMENT_METHOD.equals(method)))
                .map(reply -> OrderPolicy.inquired(reply, requests.merchantId(), number));
    }
}
