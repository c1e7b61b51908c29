package io.sluice.core.routing;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import io.sluice.core.routing.rule.model.Switch;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Routing as operators keep it. Every change is audited and shows everywhere within a second. */
public interface RoutingAdministration {

    /** As it holds now; the usual one where nobody ever said anything. */
    Mono<RoutingConfiguration> find(MerchantId merchant);

    /**
     * Replaces the merchant's configuration by its next version; decisions of before keep theirs. Fails with
     * {@link InvalidFieldException} when it speaks of accounts that are not the merchant's. Empty when there is no such
     * merchant.
     */
    Mono<RoutingConfiguration> replace(Actor operator, MerchantId merchant, RoutingConfiguration configuration);

    /** All that is off, longest first. */
    Flux<Switch> switches();

    /**
     * Turns something off, or gives another reason for its being off. Fails with {@link InvalidFieldException} when there is
     * nothing of that name.
     */
    Mono<Switch> turnOff(Actor operator, Switch.Kind kind, String name, String reason);

    /** Turns it on again, for that reason; empty when it was not off. */
    Mono<Switch> turnOn(Actor operator, Switch.Kind kind, String name, String reason);
}
