package io.sluice.sandbox.simulators.callback.model;

/** What a callback carries: the truth, an older truth, a lie, or a signature that must fail. */
public enum Variant {
    HONEST,
    STALE,
    WRONG_AMOUNT,
    PROBE
}
