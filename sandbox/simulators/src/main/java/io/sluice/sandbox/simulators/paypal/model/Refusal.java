package io.sluice.sandbox.simulators.paypal.model;

import io.sluice.sandbox.simulators.model.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Why the channel says no.
 *
 * @param field the JSON pointer of the offending input, where there is one
 */
public record Refusal(Issue issue, @Nullable String field) {
    public static <T> Decision<T, Refusal> refuse(Issue issue) {
        return Decision.refused(new Refusal(issue, null));
    }

    public static <T> Decision<T, Refusal> refuse(Issue issue, String field) {
        return Decision.refused(new Refusal(issue, field));
    }
}
