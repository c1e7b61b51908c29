package io.sluice.channels.wechat;

import io.sluice.channels.http.Json;
import io.sluice.channels.model.Reply;
import io.sluice.channels.wechat.model.ClosePolicy;
import io.sluice.channels.wechat.model.OrderKey;
import io.sluice.channels.wechat.model.OrderPolicy;
import io.sluice.channels.wechat.model.PayMethod;
import io.sluice.channels.wechat.model.Trade;
import io.sluice.channels.wechat.model.TradePolicy;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Closes;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.Inquires;
import io.sluice.core.channel.ListsBills;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.Notifies;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.channel.Refunds;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.channel.bill.BillType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One merchant's account at WeChat Pay. */
final class WeChatChannel implements Pays, Inquires, Closes, Refunds, Notifies, ListsBills {

    private static final String ORDERS = "/v3/pay/transactions/out-trade-no/";

    private final WeChatAccount account;
    private final WeChatApi api;
    private final RequestSigner signer;
    private final WeChatRefunds refunds;
    private final CallbackReader callbacks;
    private final WeChatBills bills;
    private final String notifyUrl;
    private final Capabilities capabilities;

    WeChatChannel(
            WeChatAccount account,
            WeChatApi api,
            RequestSigner signer,
            CallbackReader callbacks,
            WeChatBills bills,
            String notifyUrl) {
        this.account = account;
        this.api = api;
        this.signer = signer;
        this.callbacks = callbacks;
        this.bills = bills;
        this.notifyUrl = notifyUrl;
        this.refunds = new WeChatRefunds(api, notifyUrl);
        this.capabilities = new Capabilities(
                WeChatProvider.CHANNEL,
                Arrays.stream(PayMethod.values()).map(PayMethod::capability).toList(),
                account.inDoubt());
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Mono<ChannelOutcome> pay(PayOrder order) {
        return PayMethod.of(order.method())
                .map(method -> pay(order, method))
                .orElseGet(() -> Mono.just(new NotSent(
                        Fault.ORDER, "method_unsupported", "WeChat Pay does not offer '" + order.method() + "'")));
    }

    private Mono<ChannelOutcome> pay(PayOrder order, PayMethod method) {
        if (method.payerRequired() && order.payer() == null) {
            return Mono.just(
                    new NotSent(Fault.ORDER, "payer_missing", method.wireName() + " needs the payer's openid"));
        }
        String answerField = method == PayMethod.NATIVE ? "code_url" : "prepay_id";
        return api.post(
                        method.path(),
                        Documents.order(account, order, notifyUrl),
                        json -> Json.required(Json.object(json), answerField))
                .map(reply -> OrderPolicy.outcome(reply.map(value -> nextAction(method, value))));
    }

    private NextAction nextAction(PayMethod method, String value) {
        return switch (method) {
            case NATIVE -> NextAction.qrCode(value);
            case JSAPI -> NextAction.appParameters(signer.walletParameters(value));
        };
    }

    @Override
    public Mono<ChannelOutcome> inquire(OrderReference order) {
        OrderKey key = key(order);
        return query(order)
                .flatMap(reply -> TradePolicy.endsByClosing(reply, key)
                        ? declineByClosing(order)
                        : Mono.just(TradePolicy.outcome(reply, key)));
    }

    /** The payer could still try again, so the bank's refusal is final only when the order is closed. */
    private Mono<ChannelOutcome> declineByClosing(OrderReference order) {
        return closing(order)
                .map(reply -> reply instanceof Reply.Success
                        ? new Declined(false, TradePolicy.PAYERROR, "the payer's bank refused the payment")
                        : new Unknown("payerror_not_closed", "the payment failed and the order could not be closed"));
    }

    @Override
    public Mono<ChannelOutcome> close(OrderReference order) {
        return closing(order)
                .flatMap(reply -> ClosePolicy.outcome(reply).map(Mono::just).orElseGet(() -> ask(order)));
    }

    private Mono<ChannelOutcome> ask(OrderReference order) {
        return query(order).map(reply -> TradePolicy.outcome(reply, key(order)));
    }

    private Mono<Reply<Trade>> query(OrderReference order) {
        return api.get(ORDERS + order.number() + "?mchid=" + account.merchantId(), Documents::trade);
    }

    private Mono<Reply<Closed>> closing(OrderReference order) {
        return api.post(ORDERS + order.number() + "/close", Documents.close(account), nothing -> new Closed("CLOSED"));
    }

    private OrderKey key(OrderReference order) {
        return new OrderKey(account.merchantId(), account.appId(), order.number());
    }

    @Override
    public Mono<ModificationOutcome> refund(ModificationOrder order) {
        return refunds.refund(order);
    }

    @Override
    public Mono<ModificationOutcome> inquireRefund(ModificationOrder order) {
        return refunds.inquire(order);
    }

    @Override
    public Mono<CallbackReading> read(RawCallback callback) {
        return callbacks.read(callback);
    }

    @Override
    public CallbackAnswer acknowledged() {
        return CallbackReader.ACKNOWLEDGED;
    }

    @Override
    public CallbackAnswer refused(String reason) {
        return CallbackReader.refused(reason);
    }

    @Override
    public Set<BillType> bills() {
        return EnumSet.allOf(BillType.class);
    }

    @Override
    public Flux<BillLine> bill(LocalDate day, BillType type) {
        return bills.bill(day, type);
    }
}
