package io.sluice.core.id;

import java.util.UUID;

/** A merchant: {@code mer_…}. */
public record MerchantId(UUID value) {

    private static final String PREFIX = "mer_";

    public static MerchantId next() {
        return new MerchantId(PrefixedUuid.next());
    }

    /** @throws IllegalArgumentException when {@code text} is not {@code mer_} and 32 hexadecimal digits */
    public static MerchantId parse(String text) {
        return new MerchantId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, value);
    }
}
