package io.sluice.core.merchant;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.model.FeeRule;
import io.sluice.core.merchant.model.MerchantChange;
import io.sluice.core.merchant.model.MerchantProfile;
import io.sluice.core.merchant.model.NewMerchant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Merchants as operators keep them. Every change is audited and shows everywhere within a second. An empty Mono means
 * that there is no such merchant.
 */
public interface MerchantAdministration {

    Mono<MerchantProfile> create(Actor actor, NewMerchant merchant);

    /** In order of creation, those after {@code after} (null: from the first), at most {@code limit}. */
    Flux<MerchantProfile> list(@Nullable MerchantId after, int limit);

    Mono<MerchantProfile> find(MerchantId id);

    Mono<MerchantProfile> update(Actor actor, MerchantId id, MerchantChange change);

    /** Replaces all fee rules. Payments that were accepted before keep the fee they were accepted with. */
    Mono<MerchantProfile> setFees(Actor actor, MerchantId id, List<FeeRule> fees);
}
