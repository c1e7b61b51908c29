package io.sluice.channels.unionpay;

import io.sluice.channels.model.BeijingDay;
import io.sluice.channels.unionpay.model.OrderPolicy;
import io.sluice.channels.unionpay.model.Requests;
import io.sluice.channels.unionpay.model.TransactionType;
import io.sluice.core.channel.AgreementOrder;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.Authorizes;
import io.sluice.core.channel.Beneficiary.BankCard;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.channel.Captures;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
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
import io.sluice.core.channel.PayoutOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.PaysOut;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.channel.Refunds;
import io.sluice.core.channel.SignsAgreements;
import io.sluice.core.channel.SmsCode;
import io.sluice.core.channel.Voids;
import io.sluice.core.channel.VoidsCaptures;
import io.sluice.core.channel.VoidsCharges;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.channel.bill.BillType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One merchant's account at UnionPay. */
final class UnionPayChannel
        implements Pays,
                Authorizes,
                Inquires,
                Closes,
                Captures,
                Voids,
                VoidsCaptures,
                VoidsCharges,
                Refunds,
                PaysOut,
                Notifies,
                ListsBills,
                SignsAgreements {

    private static final String RENMINBI = "CNY";
    /** {@code txnAmt} has at most twelve digits. */
    private static final long MOST_FEN = 999_999_999_999L;

    private final UnionPayAccount account;
    private final AcpSigner signer;
    private final Requests requests;
    private final Modifications modifications;
    private final Bindings bindings;
    private final Payouts payouts;
    private final Charges charges;
    private final CallbackReader callbacks;
    private final UnionPayBills bills;
    private final Clock clock;
    private final Capabilities capabilities;

    UnionPayChannel(
            UnionPayAccount account,
            AcpApi api,
            AcpSigner signer,
            Requests requests,
            CallbackReader callbacks,
            UnionPayBills bills,
            Clock clock) {
        this.account = account;
        this.signer = signer;
        this.requests = requests;
        this.modifications = new Modifications(api, requests);
        this.bindings = new Bindings(api, requests, account.cipher());
        this.payouts = new Payouts(api, requests);
        this.charges = new Charges(api, requests);
        this.callbacks = callbacks;
        this.bills = bills;
        this.clock = clock;
        this.capabilities = new Capabilities(UnionPayProvider.CHANNEL, methods(bindings), account.inDoubt());
    }

    private static List<MethodCapability> methods(Bindings bindings) {
        MethodCapability gateway = method(UnionPayProvider.METHOD, false);
        return bindings.areOffered()
                ? List.of(gateway, method(UnionPayProvider.AGREEMENT_METHOD, true))
                : List.of(gateway);
    }

    private static MethodCapability method(String name, boolean byAgreement) {
        return new MethodCapability(
                name, List.of(RENMINBI), 1, MOST_FEN, false, ManualCapture.ONCE, false, byAgreement);
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Mono<ChannelOutcome> pay(PayOrder order) {
        return open(TransactionType.PAY, order);
    }

    @Override
    public Mono<ChannelOutcome> authorize(PayOrder order) {
        return open(TransactionType.PREAUTH, order);
    }

    private Mono<ChannelOutcome> open(TransactionType type, PayOrder order) {
        if (capabilities.offer(order.method()).isEmpty()) {
            return notSent("method_unsupported", "UnionPay does not offer '" + order.method() + "'");
        }
        if (!order.amount().currency().getCurrencyCode().equals(RENMINBI)) {
            return notSent("currency_unsupported", "UnionPay takes CNY only");
        }
        return order.method().equals(UnionPayProvider.AGREEMENT_METHOD)
                ? charges.charge(type, order)
                : form(type, order);
    }

    /** Nothing is sent: the payer's browser brings the order, and it is UnionPay's when it arrives. */
    private Mono<ChannelOutcome> form(TransactionType type, PayOrder order) {
        return Mono.fromSupplier(() -> {
            Map<String, String> fields = signer.signed(requests.order(type, order));
            return new Pending(NextAction.formPost(account.baseUrl() + AcpApi.FRONT, fields), null);
        });
    }

    private static Mono<ChannelOutcome> notSent(String code, String message) {
        return Mono.just(new NotSent(Fault.ORDER, code, message));
    }

    @Override
    public Mono<ChannelOutcome> inquire(OrderReference order) {
        return charges.inquire(order);
    }

    @Override
    public Mono<ChannelOutcome> close(OrderReference order) {
        return inquire(order).map(outcome -> OrderPolicy.closed(outcome, order, account.inDoubt(), clock.instant()));
    }

    @Override
    public Mono<ModificationOutcome> capture(ModificationOrder order) {
        return modifications.ask(TransactionType.COMPLETION, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireCapture(ModificationOrder order) {
        return modifications.inquire(order);
    }

    @Override
    public Mono<ModificationOutcome> voidAuthorization(ModificationOrder order) {
        return modifications.ask(TransactionType.PREAUTH_VOID, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireVoid(ModificationOrder order) {
        return modifications.inquire(order);
    }

    @Override
    public Mono<ModificationOutcome> voidCapture(ModificationOrder order) {
        return modifications.ask(TransactionType.COMPLETION_VOID, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireVoidedCapture(ModificationOrder order) {
        return modifications.inquire(order);
    }

    @Override
    public Instant chargeVoidableUntil(Instant paidAt) {
        return BeijingDay.of(paidAt).end();
    }

    @Override
    public Mono<ModificationOutcome> voidCharge(ModificationOrder order) {
        return modifications.ask(TransactionType.VOID, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireVoidedCharge(ModificationOrder order) {
        return modifications.inquire(order);
    }

    @Override
    public Mono<ModificationOutcome> refund(ModificationOrder order) {
        return modifications.ask(TransactionType.REFUND, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireRefund(ModificationOrder order) {
        return modifications.inquire(order);
    }

    @Override
    public Set<String> agreementMethods() {
        return bindings.areOffered() ? Set.of(UnionPayProvider.AGREEMENT_METHOD) : Set.of();
    }

    @Override
    public Mono<AgreementOutcome> sign(AgreementOrder order) {
        return bindings.sendCode(order);
    }

    @Override
    public Mono<AgreementOutcome> confirm(AgreementOrder order, SmsCode code) {
        return bindings.bind(order, code);
    }

    @Override
    public Mono<AgreementOutcome> inquireAgreement(AgreementReference agreement) {
        return bindings.inquire(agreement);
    }

    @Override
    public Mono<AgreementOutcome> revoke(AgreementReference agreement) {
        return bindings.unbind(agreement);
    }

    @Override
    public PayoutCapability payouts() {
        return new PayoutCapability(Set.of(RENMINBI), Set.of(BankCard.TYPE), 1, MOST_FEN);
    }

    @Override
    public Mono<ModificationOutcome> payOut(PayoutOrder order) {
        return payouts.ask(order);
    }

    @Override
    public Mono<ModificationOutcome> inquirePayout(PayoutOrder order) {
        return payouts.inquire(order);
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
