package io.sluice.core.routing.model;

import io.sluice.core.payment.model.Route;

/** Where a payment goes, or why it goes nowhere. */
public sealed interface RoutingDecision {

    record Routed(Route route) implements RoutingDecision {}

    /**
     * No account of the merchant can take it.
     *
     * @param field of the request that is at odds with what the accounts can do
     */
    record Refused(String code, String field, String message) implements RoutingDecision {}
}
