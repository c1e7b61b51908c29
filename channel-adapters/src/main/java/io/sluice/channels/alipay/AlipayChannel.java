package io.sluice.channels.alipay;

import io.sluice.channels.alipay.model.PayMethod;
import io.sluice.channels.alipay.model.Yuan;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.Closes;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.Inquires;
import io.sluice.core.channel.ListsBills;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.Notifies;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.channel.Refunds;
import io.sluice.core.channel.Reverses;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.channel.bill.BillType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One merchant's account at Alipay. */
final class AlipayChannel implements Pays, Inquires, Closes, Reverses, Refunds, Notifies, ListsBills {

    private final AlipayOrders orders;
    private final AlipayRefunds refunds;
    private final CallbackReader callbacks;
    private final AlipayBills bills;
    private final Capabilities capabilities;

    AlipayChannel(AlipayAccount account, AlipayOrders orders, AlipayRefunds refunds, AlipayBills bills) {
        this.orders = orders;
        this.refunds = refunds;
        this.bills = bills;
        this.callbacks = new CallbackReader(account, refunds);
        this.capabilities = new Capabilities(
                AlipayProvider.CHANNEL,
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
                .orElseGet(() -> notSent("method_unsupported", "Alipay does not offer '" + order.method() + "'"));
    }

    private Mono<ChannelOutcome> pay(PayOrder order, PayMethod method) {
        if (method == PayMethod.CODE && order.payer() == null) {
            return notSent("payer_missing", method.wireName() + " needs the number under the payer's barcode");
        }
        return Yuan.isPayable(order.amount())
                ? orders.place(order, method)
                : notSent("currency_unsupported", "Alipay takes CNY only");
    }

    private static Mono<ChannelOutcome> notSent(String code, String message) {
        return Mono.just(new NotSent(Fault.ORDER, code, message));
    }

    @Override
    public Mono<ChannelOutcome> inquire(OrderReference order) {
        return orders.inquire(order);
    }

    @Override
    public Mono<ChannelOutcome> close(OrderReference order) {
        return orders.close(order);
    }

    @Override
    public Mono<ChannelOutcome> reverse(OrderReference order) {
        return orders.cancel(order);
    }

    @Override
    public Mono<ModificationOutcome> refund(ModificationOrder order) {
        return refunds.refund(order);
    }

    @Override
    public Mono<ModificationOutcome> inquireRefund(ModificationOrder order) {
        return refunds.inquire(order.number(), order.orderNumber());
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
        return EnumSet.of(BillType.TRADES);
    }

    @Override
    public Flux<BillLine> bill(LocalDate day, BillType type) {
        return type == BillType.TRADES ? bills.bill(day) : Flux.error(() -> BillException.unknown(type));
    }
}
