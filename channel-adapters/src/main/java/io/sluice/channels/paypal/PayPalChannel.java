package io.sluice.channels.paypal;

import io.sluice.channels.model.Reply;
import io.sluice.channels.paypal.model.Amounts;
import io.sluice.channels.paypal.model.OrderKey;
import io.sluice.channels.paypal.model.OrderPolicy;
import io.sluice.channels.paypal.model.OrderView;
import io.sluice.core.channel.Authorizes;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.channel.Captures;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.Closes;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.Inquires;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.Notifies;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.channel.Refunds;
import io.sluice.core.channel.Voids;
import java.util.List;
import reactor.core.publisher.Mono;

/** One merchant's account at PayPal. */
final class PayPalChannel implements Pays, Authorizes, Inquires, Closes, Captures, Voids, Refunds, Notifies {

    private static final String ORDERS = "/v2/checkout/orders";

    /** PayPal's values have at most seven digits before the point, for any currency. */
    private static final long MOST_MINOR = 999_999_999;

    private final PayPalAccount account;
    private final PayPalApi api;
    private final Modifications modifications;
    private final CallbackReader callbacks;
    private final Capabilities capabilities;

    PayPalChannel(PayPalAccount account, PayPalApi api, CallbackReader callbacks) {
        this.account = account;
        this.api = api;
        this.modifications = new Modifications(account, api);
        this.callbacks = callbacks;
        var method = new MethodCapability(
                PayPalProvider.METHOD, account.currencies(), 1, MOST_MINOR, false, ManualCapture.SEVERAL);
        this.capabilities = new Capabilities(PayPalProvider.CHANNEL, List.of(method), account.inDoubt());
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Mono<ChannelOutcome> pay(PayOrder order) {
        return place(order, "CAPTURE");
    }

    @Override
    public Mono<ChannelOutcome> authorize(PayOrder order) {
        return place(order, "AUTHORIZE");
    }

    private Mono<ChannelOutcome> place(PayOrder order, String intent) {
        if (!order.method().equals(PayPalProvider.METHOD)) {
            return Mono.just(
                    new NotSent(Fault.ORDER, "method_unsupported", "PayPal does not offer '" + order.method() + "'"));
        }
        if (!Amounts.payable(order.amount())) {
            return Mono.just(new NotSent(
                    Fault.ORDER,
                    "decimals_unsupported",
                    "PayPal takes whole " + order.amount().currency() + " only"));
        }
        return api.post(ORDERS, order.number(), Documents.order(account, order, intent), Documents::order)
                .map(reply ->
                        OrderPolicy.placed(reply, new OrderKey(account.merchantId(), order.number(), order.amount())));
    }

    /** An order that the payer has approved is completed, which moves the money. */
    @Override
    public Mono<ChannelOutcome> inquire(OrderReference order) {
        return look(order)
                .flatMap(reply -> approved(reply, order)
                        ? complete(((Reply.Success<OrderView>) reply).document(), order)
                        : Mono.just(OrderPolicy.inquired(reply, key(order))));
    }

    /** What nobody approved is closed by never being completed; what somebody approved may be under completion. */
    @Override
    public Mono<ChannelOutcome> close(OrderReference order) {
        return inquire(order).flatMap(outcome -> switch (outcome) {
            case Pending(var action, var id) when action != null -> Mono.just(new Closed("NOT_APPROVED"));
            case Authorized authorized -> release(order, authorized);
            default -> Mono.just(outcome);
        });
    }

    private Mono<ChannelOutcome> release(OrderReference order, Authorized held) {
        var everything = new ModificationOrder(
                order.number() + "-close",
                order.number(),
                held.channelReference(),
                held.held(),
                held.held(),
                /* last= */ true,
                null);
        return modifications
                .release(everything)
                .map(outcome -> outcome instanceof ModificationOutcome.Succeeded
                        ? new Closed("VOIDED")
                        : new ChannelOutcome.Unknown("not_voided", "the money is held, and could not be released"));
    }

    private Mono<Reply<OrderView>> look(OrderReference order) {
        String id = order.channelReference();
        // Nobody was shown an order whose id was never learned.
        return id == null
                ? Mono.just(new Reply.Refusal<>(404, "ORDER_ID_UNKNOWN", "PayPal's id of the order was never learned"))
                : api.get(ORDERS + "/" + id, Documents::order);
    }

    private boolean approved(Reply<OrderView> reply, OrderReference order) {
        return reply instanceof Reply.Success<OrderView>(OrderView view) && view.isApproved(key(order));
    }

    private Mono<ChannelOutcome> complete(OrderView view, OrderReference order) {
        String action = view.isToBeCaptured() ? "capture" : "authorize";
        return api.post(ORDERS + "/" + view.id() + "/" + action, order.number() + "-" + action, "{}", Documents::order)
                .map(reply -> OrderPolicy.completed(reply, key(order)));
    }

    private OrderKey key(OrderReference order) {
        return new OrderKey(account.merchantId(), order.number(), order.amount());
    }

    @Override
    public Mono<ModificationOutcome> capture(ModificationOrder order) {
        return modifications.capture(order);
    }

    @Override
    public Mono<ModificationOutcome> inquireCapture(ModificationOrder order) {
        return modifications.inquireCapture(order);
    }

    @Override
    public Mono<ModificationOutcome> voidAuthorization(ModificationOrder order) {
        return modifications.release(order);
    }

    @Override
    public Mono<ModificationOutcome> inquireVoid(ModificationOrder order) {
        return modifications.release(order);
    }

    @Override
    public Mono<ModificationOutcome> refund(ModificationOrder order) {
        return modifications.refund(order);
    }

    @Override
    public Mono<ModificationOutcome> inquireRefund(ModificationOrder order) {
        return modifications.inquireRefund(order);
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
}
