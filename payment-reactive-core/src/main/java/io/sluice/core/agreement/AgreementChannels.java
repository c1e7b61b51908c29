package io.sluice.core.agreement;

import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.channel.AgreementOrder;
import io.sluice.core.channel.AgreementOutcome;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.SmsCode;
import io.sluice.core.channel.guard.AgreementCalls;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.channel.guard.ConnectedChannel;
import io.sluice.core.id.AgreementId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The channels that sign agreements: each agreement's is the account that it was asked for with, and no other. */
public final class AgreementChannels {

    private static final AgreementOutcome NO_LONGER = new AgreementOutcome.Unknown(
            Fault.ORDER, "unsupported", "the account signs no agreements any more; set it up as it was");

    private final Merchants merchants;
    private final Channels channels;

    public AgreementChannels(Merchants merchants, Channels channels) {
        this.merchants = merchants;
        this.channels = channels;
    }

    /** The account that is preferred of those that sign agreements for the method. */
    Optional<MerchantChannelAccount> signing(Merchant merchant, String method) {
        return merchant.accounts().stream()
                .filter(account -> methods(account).contains(method))
                .findFirst();
    }

    /** The methods for which the merchant's payers can agree, by name. */
    Set<String> methods(Merchant merchant) {
        Set<String> methods = new TreeSet<>();
        merchant.accounts().forEach(account -> methods.addAll(methods(account)));
        return methods;
    }

    private Set<String> methods(MerchantChannelAccount account) {
        return channels.of(account).agreements().map(AgreementCalls::methods).orElse(Set.of());
    }

    Mono<AgreementOutcome> sign(Agreement agreement, PayerCard payer) {
        return calls(agreement, calls -> calls.sign(order(agreement, payer)));
    }

    Mono<AgreementOutcome> confirm(Agreement agreement, PayerCard payer, SmsCode code) {
        return calls(agreement, calls -> calls.confirm(order(agreement, payer), code));
    }

    Mono<AgreementOutcome> inquire(Agreement agreement) {
        return calls(agreement, calls -> calls.inquire(reference(agreement, null)));
    }

    Mono<AgreementOutcome> revoke(Agreement agreement, String token) {
        return calls(agreement, calls -> calls.revoke(reference(agreement, token)));
    }

    /** How long after a call "there is no such agreement" may still be untrue. */
    Mono<Duration> inDoubtWindow(Agreement agreement) {
        return channel(agreement).map(channel -> channel.capabilities().inDoubtWindow());
    }

    private Mono<AgreementOutcome> calls(Agreement agreement, Call call) {
        return channel(agreement)
                .flatMap(channel -> channel.agreements().map(call::of).orElseGet(() -> Mono.just(NO_LONGER)));
    }

    private Mono<ConnectedChannel> channel(Agreement agreement) {
        return merchants
                .account(agreement.account())
                .map(channels::of)
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("there is no account " + agreement.account())));
    }

    private static AgreementOrder order(Agreement agreement, PayerCard payer) {
        return new AgreementOrder(agreement.call(), agreement.id().channelName(), payer.card(), payer.phone());
    }

    /** Asking and ending are harmless to repeat under a number of their own. */
    private static AgreementReference reference(Agreement agreement, @Nullable String token) {
        return new AgreementReference(
                AgreementId.nextCallNumber(), agreement.id().channelName(), token);
    }

    /** What a channel can be asked about an agreement. */
    private interface Call {
        Mono<AgreementOutcome> of(AgreementCalls calls);
    }
}
