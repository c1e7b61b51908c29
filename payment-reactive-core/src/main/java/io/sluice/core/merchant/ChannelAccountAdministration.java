package io.sluice.core.merchant;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.model.ChannelAccountChange;
import io.sluice.core.merchant.model.ChannelAccountProfile;
import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.merchant.model.NewChannelAccount;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Merchants' accounts at channels as operators keep them; changes are audited and show everywhere within a second. What
 * the channel could not work with is refused with {@link InvalidFieldException}. An empty Mono means that there is no
 * such merchant or account.
 */
public interface ChannelAccountAdministration {

    Mono<ChannelAccountProfile> create(Actor actor, MerchantId merchant, NewChannelAccount account);

    Flux<ChannelAccountProfile> list(MerchantId merchant);

    Mono<ChannelAccountProfile> find(MerchantId merchant, ChannelAccountId id);

    Mono<ChannelAccountProfile> update(
            Actor actor, MerchantId merchant, ChannelAccountId id, ChannelAccountChange change);
}
