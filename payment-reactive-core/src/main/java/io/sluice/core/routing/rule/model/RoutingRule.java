package io.sluice.core.routing.rule.model;

import io.sluice.core.id.ChannelAccountId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule on business attributes.
 *
 * @param name tells people which rule it was
 * @param accounts that it speaks of, never none
 */
public record RoutingRule(String name, RuleCondition when, Action action, List<ChannelAccountId> accounts) {

    /** What becomes of the accounts where the condition holds. */
    public enum Action {
        /** Only these accounts may take the payment. */
        USE,
        /** These go before all others as long as they can take it. */
        PREFER,
        /** These may not. */
        EXCLUDE;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Action> of(String wireName) {
            return Stream.of(values())
                    .filter(action -> action.wireName().equals(wireName))
                    .findFirst();
        }
    }

    public boolean forbids(ChannelAccountId account) {
        return switch (action) {
            case USE -> !accounts.contains(account);
            case EXCLUDE -> accounts.contains(account);
            case PREFER -> false;
        };
    }

    public boolean prefers(ChannelAccountId account) {
        return action == Action.PREFER && accounts.contains(account);
    }
}
