package io.sluice.sandbox.simulators.wechat.model;

import java.util.function.Function;

/** What a rule answers: a value, or a refusal with its reason. */
public sealed interface Decision<T> {
    record Granted<T>(T value) implements Decision<T> {}

    record Refused<T>(Refusal refusal) implements Decision<T> {}

    static <T> Decision<T> granted(T value) {
        return new Granted<>(value);
    }

    static <T> Decision<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Decision<T> refused(ErrorCode code, String message) {
        return new Refused<>(Refusal.of(code, message));
    }

    default <R> Decision<R> then(Function<T, Decision<R>> next) {
        return switch (this) {
            case Granted<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal refusal) -> refused(refusal);
        };
    }
}
