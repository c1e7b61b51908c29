package io.sluice.core.id;

import java.util.UUID;

/** A payment: {@code pay_…}. */
public record PaymentId(UUID value) {

    private static final String PREFIX = "pay_";

    public static PaymentId next() {
        return new PaymentId(PrefixedUuid.next());
    }

    /** @throws IllegalArgumentException when {@code text} is not {@code pay_} and 32 hexadecimal digits */
    public static PaymentId parse(String text) {
        return new PaymentId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, value);
    }
}
