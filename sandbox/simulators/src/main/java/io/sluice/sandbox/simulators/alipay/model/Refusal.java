package io.sluice.sandbox.simulators.alipay.model;

import io.sluice.sandbox.simulators.model.Decision;

/** Why the channel says no. */
public record Refusal(SubCode subCode, String message) {
    public static Refusal of(SubCode subCode) {
        return new Refusal(subCode, subCode.message());
    }

    public static Refusal parameter(String name, String rule) {
        return new Refusal(SubCode.INVALID_PARAMETER, "'" + name + "' " + rule);
    }

    public static <T> Decision<T, Refusal> refuse(SubCode subCode) {
        return Decision.refused(of(subCode));
    }
}
