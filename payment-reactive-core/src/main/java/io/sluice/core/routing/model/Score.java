package io.sluice.core.routing.model;

/** What speaks for an account, in millionths; {@code docs/routing.md} has the formula. */
public record Score(long rule, long preference, long success, long latency, long cost) {

    public long total() {
        return rule + preference + success + latency + cost;
    }
}
