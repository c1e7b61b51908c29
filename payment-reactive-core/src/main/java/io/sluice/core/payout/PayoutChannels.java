package io.sluice.core.payout;

import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.ModificationOutcome;
import io.sluice.core.channel.ModificationOutcome.NotSent;
import io.sluice.core.channel.ModificationOutcome.Unknown;
import io.sluice.core.channel.PayoutOrder;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.channel.guard.ConnectedChannel;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.money.Money;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.routing.rule.model.Switches;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/** The channels that payouts go through. Only here is a beneficiary opened. */
public final class PayoutChannels {

    private final Merchants merchants;
    private final Channels channels;
    private final Payouts payouts;

    public PayoutChannels(Merchants merchants, Channels channels, Payouts payouts) {
        this.merchants = merchants;
        this.channels = channels;
        this.payouts = payouts;
    }

    /** The first of a merchant's accounts, in the merchant's order, that is switched on and pays such a payout; empty when none does. */
    public Optional<AccountConfiguration> paying(Merchant merchant, Money amount, String beneficiary) {
        Switches switches = merchant.routing().switches();
        return merchant.accounts().stream()
                .filter(account -> switches.objection(
                                account.configuration().id(),
                                account.configuration().channel())
                        .isEmpty())
                .filter(account -> channels.of(account)
                        .payouts()
                        .filter(offered -> offered.covers(amount, beneficiary))
                        .isPresent())
                .findFirst()
                .map(MerchantChannelAccount::configuration);
    }

    public Mono<ModificationOutcome> send(Payout payout) {
        return call(payout, ConnectedChannel::payOut);
    }

    /** Sends it again, though it may have been sent before: that it did not leave this time says nothing about then. */
    public Mono<ModificationOutcome> sendAgain(Payout payout) {
        return send(payout).map(PayoutChannels::asQuestion);
    }

    public Mono<ModificationOutcome> inquire(Payout payout) {
        return call(payout, ConnectedChannel::inquirePayout).map(PayoutChannels::asQuestion);
    }

    /** How long after submission "no such payout" may still be untrue. */
    public Mono<Duration> inDoubtWindow(Payout payout) {
        return of(payout).map(channel -> channel.capabilities().inDoubtWindow());
    }

    /** Without its beneficiary no byte leaves. */
    private Mono<ModificationOutcome> call(
            Payout payout, BiFunction<ConnectedChannel, PayoutOrder, Mono<ModificationOutcome>> call) {
        return Mono.zip(of(payout), order(payout))
                .flatMap(ready -> call.apply(ready.getT1(), ready.getT2()))
                .onErrorResume(
                        StoreUnavailableException.class,
                        away -> Mono.just(new NotSent(Fault.ORDER, "beneficiary_unavailable", "the store is away")));
    }

    private static ModificationOutcome asQuestion(ModificationOutcome outcome) {
        return outcome instanceof NotSent(Fault fault, String code, String message)
                ? new Unknown(fault, code, message)
                : outcome;
    }

    private Mono<PayoutOrder> order(Payout payout) {
        return payouts.beneficiary(payout)
                .map(beneficiary ->
                        new PayoutOrder(payout.id().channelNumber(), payout.amount(), beneficiary, payout.purpose()));
    }

    private Mono<ConnectedChannel> of(Payout payout) {
        return merchants
                .account(payout.account())
                .map(channels::of)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("there is no account " + payout.account())));
    }
}
