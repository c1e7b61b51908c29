package io.sluice.sandbox.simulators.wechat.model;

import org.jspecify.annotations.Nullable;

/** Why the channel says no; {@code field} is the JSON pointer or the name of the offending input, where there is one. */
public record Refusal(
        ErrorCode code, String message, @Nullable String field) {
    public static Refusal of(ErrorCode code, String message) {
        return new Refusal(code, message, null);
    }

    public static Refusal parameter(String field, String message) {
        return new Refusal(ErrorCode.PARAM_ERROR, message, field);
    }
}
