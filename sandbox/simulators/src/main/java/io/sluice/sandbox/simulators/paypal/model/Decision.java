package io.sluice.sandbox.simulators.paypal.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a rule answers: a value, or an issue. */
public sealed interface Decision<T> {
    record Granted<T>(T value) implements Decision<T> {}

    /** @param field the JSON pointer of the offending input, where there is one */
    record Refused<T>(Issue issue, @Nullable String field) implements Decision<T> {}

    static <T> Decision<T> granted(T value) {
        return new Granted<>(value);
    }

    static <T> Decision<T> refused(Issue issue) {
        return new Refused<>(issue, null);
    }

    static <T> Decision<T> refused(Issue issue, String field) {
        return new Refused<>(issue, field);
    }

    default <R> Decision<R> then(Function<T, Decision<R>> next) {
        return switch (this) {
            case Granted<T>(T value) -> next.apply(value);
            case Refused<T>(Issue issue, String field) -> new Refused<>(issue, field);
        };
    }
}
