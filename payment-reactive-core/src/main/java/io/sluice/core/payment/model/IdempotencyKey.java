package io.sluice.core.payment.model;

import java.util.Arrays;
import java.util.Objects;

/**
 * What makes a repeated request the same request; its scope is the merchant and the route.
 *
 * @param route such as {@code POST /v1/payments}
 * @param fingerprint SHA-256 of the raw body
 */
@SuppressWarnings("ArrayRecordComponent") // equality is defined below
public record IdempotencyKey(String route, String key, byte[] fingerprint) {

    @Override
    public boolean equals(Object other) {
        return other instanceof IdempotencyKey that
                && route.equals(that.route)
                && key.equals(that.key)
                && Arrays.equals(fingerprint, that.fingerprint);
    }

    @Override
    public int hashCode() {
        return Objects.hash(route, key, Arrays.hashCode(fingerprint));
    }

    @Override
    public String toString() {
        return "IdempotencyKey[" + route + ", " + key + "]";
    }
}
