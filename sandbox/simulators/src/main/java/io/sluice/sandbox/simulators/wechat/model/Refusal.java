package io.sluice.sandbox.simulators.wechat.model;

import io.sluice.sandbox.simulators.model.Decision;
import org.jspecify.annotations.Nullable;

/** Why the channel says no; {@code field} is the JSON pointer or the name of the offending input, where there is one. */
public record Refusal(
        ErrorCode code, String message, @Nullable String field) {
    public static Refusal of(ErrorCode code, String message) {
        return new Refusal(code, message, null);
    }

    public static <T> Decision<T, Refusal> refuse(ErrorCode code, String message) {
        return Decision.refused(of(code, message));
    }

    public static Refusal parameter(String field, String message) {
        return new Refusal(ErrorCode.PARAM_ERROR, message, field);
    }
}
