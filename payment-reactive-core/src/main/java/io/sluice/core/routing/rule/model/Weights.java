package io.sluice.core.routing.rule.model;

/** What counts how much when accounts are compared, in per cent; together 100. */
public record Weights(int preference, int success, int latency, int cost) {

    public static final Weights PREFERENCE_ONLY = new Weights(100, 0, 0, 0);

    /** Whether what is observed counts, so that accounts that get no payments must be looked at from time to time. */
    public boolean observe() {
        return success > 0 || latency > 0;
    }
}
