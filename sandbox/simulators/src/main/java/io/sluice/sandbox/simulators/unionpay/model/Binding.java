package io.sluice.sandbox.simulators.unionpay.model;

import java.time.Instant;

/**
 * A card that a merchant may charge, by the merchant's own name for that.
 *
 * @param card its first six digits and last four: the simulator has no use for more
 * @param over whether it was undone
 */
public record Binding(String merId, String bindId, String card, Instant since, boolean over) {

    public Binding undone() {
        return new Binding(merId, bindId, card, since, true);
    }

    /** What bindings are told apart by. */
    public record Name(String merId, String bindId) {}

    public Name name() {
        return new Name(merId, bindId);
    }
}
