package io.sluice.core.routing.rule.model;

/** What the merchant and the operators say about routing, as it is at one moment. */
public record RoutingSetup(RoutingConfiguration configuration, Switches switches) {

    public static final RoutingSetup USUAL = new RoutingSetup(RoutingConfiguration.NONE, Switches.ALL_ON);
}
