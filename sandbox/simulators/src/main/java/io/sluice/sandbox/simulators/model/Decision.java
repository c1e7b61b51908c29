package io.sluice.sandbox.simulators.model;

import java.util.function.Function;

/** What a rule answers: a value, or a refusal with its reason. */
public sealed interface Decision<T, R> {
    record Granted<T, R>(T value) implements Decision<T, R> {}

    record Refused<T, R>(R refusal) implements Decision<T, R> {}

    static <T, R> Decision<T, R> granted(T value) {
        return new Granted<>(value);
    }

    static <T, R> Decision<T, R> refused(R refusal) {
        return new Refused<>(refusal);
    }

    default <U> Decision<U, R> then(Function<T, Decision<U, R>> next) {
        return switch (this) {
            case Granted<T, R>(T value) -> next.apply(value);
            case Refused<T, R>(R refusal) -> refused(refusal);
        };
    }

    default <U> U either(Function<T, U> granted, Function<R, U> refused) {
        return switch (this) {
            case Granted<T, R>(T value) -> granted.apply(value);
            case Refused<T, R>(R refusal) -> refused.apply(refusal);
        };
    }
}
