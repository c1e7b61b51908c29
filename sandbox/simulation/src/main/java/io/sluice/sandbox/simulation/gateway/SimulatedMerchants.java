package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.merchant.model.MerchantKey;
import reactor.core.publisher.Mono;

/** The one merchant there is. */
record SimulatedMerchants(Merchant merchant) implements Merchants {

    @Override
    public Mono<Merchant> find(MerchantId id) {
        return Mono.just(merchant).filter(known -> known.id().equals(id));
    }

    @Override
    public Mono<MerchantKey> key(String keyId) {
        return Mono.empty();
    }

    @Override
    public Mono<MerchantChannelAccount> account(ChannelAccountId id) {
        return Mono.justOrEmpty(merchant.accounts().stream()
                .filter(account -> account.configuration().id().equals(id))
                .findFirst());
    }
}
