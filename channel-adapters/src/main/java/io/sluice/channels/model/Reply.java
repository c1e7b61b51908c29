package io.sluice.channels.model;

import io.sluice.core.channel.Fault;
import java.util.function.Function;

/** What came of one call, told apart by whether the channel may have acted on it. */
public sealed interface Reply<T> {

    /** An authentic answer that grants what was asked. */
    record Success<T>(T document) implements Reply<T> {}

    /** An authentic answer that does not. */
    record Refusal<T>(int status, String code, String message) implements Reply<T> {

        private static final int FIRST_SERVER_ERROR = 500;

        /** SYSTEM_ERROR and its like come as 5xx; whatever else the channel answers, it works. */
        public Fault fault() {
            return status >= FIRST_SERVER_ERROR ? Fault.CHANNEL : Fault.ORDER;
        }
    }

    /** No byte of the request left. */
    record NotWritten<T>(String code, String message) implements Reply<T> {}

    /** The request may have arrived; there is no answer that can be believed. */
    record Lost<T>(String code, String message) implements Reply<T> {}

    default <R> Reply<R> map(Function<T, R> mapping) {
        return switch (this) {
            case Success<T>(T document) -> new Success<>(mapping.apply(document));
            case Refusal<T>(int status, String code, String message) -> new Refusal<>(status, code, message);
            case NotWritten<T>(String code, String message) -> new NotWritten<>(code, message);
            case Lost<T>(String code, String message) -> new Lost<>(code, message);
        };
    }
}
