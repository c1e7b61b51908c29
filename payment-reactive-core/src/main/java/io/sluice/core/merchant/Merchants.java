package io.sluice.core.merchant;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.merchant.model.MerchantKey;
import reactor.core.publisher.Mono;

/** Who the gateway works for. Reads are cached; a change shows everywhere within a second. */
public interface Merchants {

    /** Empty when there is no such merchant. */
    Mono<Merchant> find(MerchantId id);

    /** Empty when nobody registered this key id. Validity is the caller's to judge. */
    Mono<MerchantKey> key(String keyId);

    /** Empty when there is no such account. */
    Mono<MerchantChannelAccount> account(ChannelAccountId id);
}
