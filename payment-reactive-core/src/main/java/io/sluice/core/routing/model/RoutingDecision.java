package io.sluice.core.routing.model;

import io.sluice.core.id.ChannelAccountId;
import java.util.List;
import java.util.Locale;

/**
 * Where a payment goes, or why it goes nowhere.
 *
 * @param considered all candidates, in the merchant's order of preference
 */
public record RoutingDecision(List<Considered> considered, Choice choice) {

    /** What was chosen. */
    public sealed interface Choice {}

    public record Chosen(ChannelAccountId account, Reason reason) implements Choice {}

    /**
     * No account of the merchant takes such a payment.
     *
     * @param field of the request that is at odds with what the accounts can do
     */
    public record Refused(String code, String field, String message) implements Choice {}

    /** One would, but not now. */
    public record Unavailable(String code, String message) implements Choice {}

    /** Why this account of those that could. */
    public enum Reason {
        ONLY_CANDIDATE,
        BEST_SCORE,
        VOLUME_SPLIT,
        EXPLORATION;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
