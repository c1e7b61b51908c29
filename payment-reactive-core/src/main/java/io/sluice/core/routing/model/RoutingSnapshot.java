package io.sluice.core.routing.model;

import io.sluice.core.routing.rule.model.RoutingConfiguration;
import java.util.List;

/**
 * All that decides where a payment goes: the same snapshot is decided in the same way, whenever and wherever that is done.
 *
 * @param candidates the merchant's accounts in their order of preference
 * @param seed of the dice
 */
public record RoutingSnapshot(
        RoutingRequest request, RoutingConfiguration configuration, List<Candidate> candidates, long seed) {

    /** What would be decided on under another configuration. */
    public RoutingSnapshot under(RoutingConfiguration other) {
        return new RoutingSnapshot(request, other, candidates, seed);
    }
}
