package io.sluice.core.payment.model;

import io.sluice.core.channel.OutcomeCode;

/**
 * Why a payment failed or an attempt was declined.
 *
 * @param code stable: the written form of an {@link io.sluice.core.channel.OutcomeCode}
 * @param message for people
 */
public record Failure(String code, String message) {

    static Failure of(OutcomeCode code, String message) {
        return new Failure(code.wireName(), message);
    }
}
