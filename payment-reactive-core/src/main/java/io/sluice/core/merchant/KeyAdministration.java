package io.sluice.core.merchant;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.merchant.model.KeyProfile;
import io.sluice.core.merchant.model.NewKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Merchants' keys as operators keep them; changes are audited and show everywhere within a second. */
public interface KeyAdministration {

    /** Empty when there is no such merchant; {@link InvalidFieldException} when the key id is taken. */
    Mono<KeyProfile> register(Actor actor, MerchantId merchant, NewKey key);

    Flux<KeyProfile> list(MerchantId merchant);

    /** For good. A key that was revoked before stays as it was. Empty when the merchant has no such key. */
    Mono<KeyProfile> revoke(Actor actor, MerchantId merchant, String keyId);
}
