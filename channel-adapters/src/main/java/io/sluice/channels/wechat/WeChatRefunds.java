package io.sluice.channels.wechat;

import io.sluice.channels.wechat.model.RefundPolicy;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import reactor.core.publisher.Mono;

/** Refunds of one merchant's account at WeChat Pay. */
final class WeChatRefunds {

    private static final String REFUNDS = "/v3/refund/domestic/refunds";

    private final WeChatApi api;
    private final String notifyUrl;

    WeChatRefunds(WeChatApi api, String notifyUrl) {
        this.api = api;
        this.notifyUrl = notifyUrl;
    }

    Mono<ModificationOutcome> refund(ModificationOrder order) {
        return api.post(REFUNDS, RefundDocuments.refund(order, notifyUrl), RefundDocuments::answered)
                .map(reply -> RefundPolicy.requested(reply, order));
    }

    Mono<ModificationOutcome> inquire(ModificationOrder order) {
        return api.get(REFUNDS + "/" + order.number(), RefundDocuments::answered)
                .map(reply -> RefundPolicy.inquired(reply, order));
    }
}
