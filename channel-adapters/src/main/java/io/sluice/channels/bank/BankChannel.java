package io.sluice.channels.bank;

import io.sluice.channels.bank.model.BalancePolicy;
import io.sluice.channels.bank.model.BatchRequests;
import io.sluice.channels.bank.model.Kind;
import io.sluice.channels.bank.model.OrderPolicy;
import io.sluice.channels.bank.model.Requests;
import io.sluice.channels.bank.model.ReversalReason;
import io.sluice.channels.bank.net.Lines;
import io.sluice.channels.model.BeijingDay;
import io.sluice.core.channel.Authorizes;
import io.sluice.core.channel.Batch;
import io.sluice.core.channel.BatchLine;
import io.sluice.core.channel.BatchOutcome;
import io.sluice.core.channel.BatchTotals;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.channel.Captures;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.Refunds;
import io.sluice.core.channel.Reverses;
import io.sluice.core.channel.SettlesBatches;
import io.sluice.core.channel.TellsBalance;
import io.sluice.core.channel.Voids;
import io.sluice.core.channel.VoidsCaptures;
import io.sluice.core.channel.VoidsCharges;
import io.sluice.core.id.AttemptId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One merchant's terminal at a bank's host. */
final class BankChannel
        implements Pays,
                Authorizes,
                Captures,
                Voids,
                VoidsCaptures,
                VoidsCharges,
                Refunds,
                Reverses,
                TellsBalance,
                SettlesBatches {

    private static final String RENMINBI = "CNY";
    /** DE 4 has twelve digits. */
    private static final long MOST_MINOR = 999_999_999_999L;

    private static final Capabilities CAPABILITIES = new Capabilities(
            BankProvider.CHANNEL,
            List.of(new MethodCapability(
                    BankProvider.METHOD, List.of(RENMINBI), 1, MOST_MINOR, false, ManualCapture.ONCE, true)),
            // The host is never asked what it knows, so that it never says that it knows nothing.
            Duration.ZERO);

    private final @Nullable Card ownCard;
    private final Requests requests;
    private final Teller teller;
    private final Modifications modifications;
    private final Batches batches;

    BankChannel(BankAccount account, Lines lines) {
        this.ownCard = account.ownCard();
        this.requests = new Requests(account.terminal());
        this.teller = new Teller(requests, lines);
        this.modifications = new Modifications(requests, teller);
        this.batches = new Batches(new BatchRequests(account.terminal()), lines);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Mono<ChannelOutcome> pay(PayOrder order) {
        return open(Kind.PURCHASE, order);
    }

    @Override
    public Mono<ChannelOutcome> authorize(PayOrder order) {
        return open(Kind.PREAUTH, order);
    }

    private Mono<ChannelOutcome> open(Kind kind, PayOrder order) {
        Card card = order.card();
        if (!order.method().equals(BankProvider.METHOD)) {
            return notSent("method_unsupported", "a bank host does not offer '" + order.method() + "'");
        }
        if (card == null) {
            return notSent("card_missing", "a bank host charges a card, and the order has none");
        }
        if (!order.amount().currency().getCurrencyCode().equals(RENMINBI)) {
            return notSent("currency_unsupported", "a bank host takes CNY only");
        }
        return teller.ask(
                        order.number(),
                        trace -> requests.opening(
                                kind, order.number(), order.amount(), card, order.description(), trace))
                .map(told -> OrderPolicy.opened(told.reply(), kind, order.amount(), told.trace()));
    }

    private static Mono<ChannelOutcome> notSent(String code, String message) {
        return Mono.just(new NotSent(Fault.ORDER, code, message));
    }

    @Override
    public Mono<ChannelOutcome> reverse(OrderReference order) {
        Card card = order.card();
        return card == null
                ? Mono.just(new Unknown(Fault.ORDER, "card_missing", "without its card an order cannot be taken back"))
                : teller.reverse(
                        order.held() ? Kind.PREAUTH : Kind.PURCHASE,
                        order.number(),
                        order.amount(),
                        card,
                        ReversalReason.of(order.doubt()));
    }

    @Override
    public Mono<ModificationOutcome> capture(ModificationOrder order) {
        return modifications.ask(Kind.COMPLETION, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireCapture(ModificationOrder order) {
        return modifications.takeBack(Kind.COMPLETION, order);
    }

    @Override
    public Mono<ModificationOutcome> voidAuthorization(ModificationOrder order) {
        return modifications.ask(Kind.PREAUTH_VOID, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireVoid(ModificationOrder order) {
        return modifications.takeBack(Kind.PREAUTH_VOID, order);
    }

    @Override
    public Mono<ModificationOutcome> voidCapture(ModificationOrder order) {
        return modifications.ask(Kind.COMPLETION_VOID, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireVoidedCapture(ModificationOrder order) {
        return modifications.takeBack(Kind.COMPLETION_VOID, order);
    }

    @Override
    public Instant chargeVoidableUntil(Instant paidAt) {
        return BeijingDay.of(paidAt).end();
    }

    @Override
    public Mono<ModificationOutcome> voidCharge(ModificationOrder order) {
        return modifications.ask(Kind.VOID, order);
    }

    @Override
    public Mono<ModificationOutcome> inquireVoidedCharge(ModificationOrder order) {
        return modifications.takeBack(Kind.VOID, order);
    }

    @Override
    public Mono<ModificationOutcome> refund(ModificationOrder order) {
        return modifications.ask(Kind.REFUND, order);
    }

    /** A refund is not taken back but repeated, and the host answers what it did before. */
    @Override
    public Mono<ModificationOutcome> inquireRefund(ModificationOrder order) {
        return modifications.ask(Kind.REFUND, order);
    }

    /** The day of {@link io.sluice.channels.bank.model.Trace#batch}. */
    @Override
    public Batch batchAt(Instant time) {
        BeijingDay day = BeijingDay.of(time);
        return new Batch(day.date(), day.start(), day.end());
    }

    @Override
    public Mono<BatchOutcome> settle(Batch batch, BatchTotals ours) {
        return batches.settle(batch, ours);
    }

    @Override
    public Mono<BatchOutcome> upload(Batch batch, List<BatchLine> lines) {
        return batches.upload(batch, lines);
    }

    /** Of the merchant's own account, by its card: the host knows accounts by their cards only. */
    @Override
    public Mono<Balance> balance() {
        Card card = ownCard;
        return card == null
                ? Mono.just(new Balance.Refused(
                        "own_card_missing", "the account has no own_card, by which the bank could tell its balance"))
                : Mono.fromSupplier(AttemptId::next)
                        .map(AttemptId::channelNumber)
                        .flatMap(number -> teller.ask(number, trace -> requests.balance(number, card, trace)))
                        .map(told -> BalancePolicy.told(told.reply()));
    }
}
