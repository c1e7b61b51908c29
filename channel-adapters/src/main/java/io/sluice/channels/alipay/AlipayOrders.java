package io.sluice.channels.alipay;

import io.sluice.channels.alipay.model.AbsencePolicy;
import io.sluice.channels.alipay.model.CancelPolicy;
import io.sluice.channels.alipay.model.ClosePolicy;
import io.sluice.channels.alipay.model.OrderPolicy;
import io.sluice.channels.alipay.model.PayMethod;
import io.sluice.channels.alipay.model.TradePolicy;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Orders of one merchant's account at Alipay, from their making to their end. */
final class AlipayOrders {

    private final AlipayAccount account;
    private final AlipayApi api;
    private final RequestSigner signer;
    private final Clock clock;

    AlipayOrders(AlipayAccount account, AlipayApi api, RequestSigner signer, Clock clock) {
        this.account = account;
        this.api = api;
        this.signer = signer;
        this.clock = clock;
    }

    Mono<ChannelOutcome> place(PayOrder order, PayMethod method) {
        String content = Documents.order(order, method);
        return switch (method) {
            case QR -> api.call(method.apiMethod(), content).map(reply -> OrderPolicy.shown(reply, order.number()));
            case CODE -> api.call(method.apiMethod(), content).map(reply -> OrderPolicy.charged(reply, order.number()));
            case PAGE, WAP ->
                Mono.fromSupplier(
                        () -> new Pending(NextAction.redirect(signer.link(method.apiMethod(), content)), null));
        };
    }

    Mono<ChannelOutcome> inquire(OrderReference order) {
        return api.call("alipay.trade.query", Documents.reference(order.number()))
                .map(reply -> TradePolicy.outcome(reply, order.number()));
    }

    Mono<ChannelOutcome> close(OrderReference order) {
        return api.call("alipay.trade.close", Documents.reference(order.number()))
                .flatMap(reply -> ClosePolicy.outcome(reply, order, absenceIsFinal(order))
                        .map(Mono::just)
                        .orElseGet(() -> inquire(order)));
    }

    Mono<ChannelOutcome> cancel(OrderReference order) {
        return api.call("alipay.trade.cancel", Documents.reference(order.number()))
                .flatMap(reply -> CancelPolicy.outcome(reply, order.number(), absenceIsFinal(order))
                        .map(Mono::just)
                        .orElseGet(() -> inquire(order).map(CancelPolicy::refused)));
    }

    private boolean absenceIsFinal(OrderReference order) {
        return AbsencePolicy.isFinal(order, account.inDoubt(), clock.instant());
    }
}
