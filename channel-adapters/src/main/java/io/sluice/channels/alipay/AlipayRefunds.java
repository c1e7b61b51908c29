package io.sluice.channels.alipay;

import io.sluice.channels.alipay.model.RefundPolicy;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import reactor.core.publisher.Mono;

/** Refunds of one merchant's account at Alipay. */
final class AlipayRefunds {

    private final AlipayApi api;

    AlipayRefunds(AlipayApi api) {
        this.api = api;
    }

    Mono<ModificationOutcome> refund(ModificationOrder order) {
        return api.call("alipay.trade.refund", Documents.refund(order))
                .flatMap(reply -> RefundPolicy.requested(reply, order.orderNumber())
                        .map(Mono::just)
                        .orElseGet(() -> inquire(order.number(), order.orderNumber())
                                .map(asked -> RefundPolicy.granted(reply, asked))));
    }

    Mono<ModificationOutcome> inquire(String number, String orderNumber) {
        return api.call("alipay.trade.fastpay.refund.query", Documents.refundReference(number, orderNumber))
                .map(reply -> RefundPolicy.inquired(reply, number, orderNumber));
    }
}
