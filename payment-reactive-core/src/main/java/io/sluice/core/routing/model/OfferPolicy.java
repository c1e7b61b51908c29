package io.sluice.core.routing.model;

import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.routing.model.MethodOffer.Through;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import java.util.List;
import java.util.Optional;

/**
 * What a merchant can be told of a method before there is a payment: by the same rules as a payment is routed by, as far as they do not
 * depend on it.
 */
public final class OfferPolicy {

    private OfferPolicy() {}

    /** @param candidates the merchant's accounts as they are for this method; those that do not have it are passed over */
    public static MethodOffer offer(String method, List<Candidate> candidates, RoutingConfiguration configuration) {
        return new MethodOffer(
                method,
                candidates.stream()
                        .flatMap(candidate -> candidate.offer(method).stream()
                                .map(offered -> through(candidate, offered, configuration)))
                        .toList());
    }

    private static Through through(Candidate candidate, MethodCapability offered, RoutingConfiguration configuration) {
        Optional<MethodCapability> terms = configuration
                .terms(candidate.account())
                .map(contract -> contract.within(offered))
                .orElse(Optional.of(offered));
        Exclusion objection = terms.isEmpty()
                ? new Exclusion(
                        "contract_excludes", "method", "the contract covers nothing of " + offered.method(), false)
                : ExclusionPolicy.forNow(candidate).orElse(null);
        return new Through(
                candidate.account(),
                candidate.channel(),
                terms.orElse(offered),
                candidate.health().state(),
                objection);
    }
}
