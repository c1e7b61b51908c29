package io.sluice.core.id;

import java.util.UUID;

/** A payer's agreement to be charged again: {@code agr_…}. */
public record AgreementId(UUID value) {

    private static final String PREFIX = "agr_";

    public static AgreementId next() {
        return new AgreementId(PrefixedUuid.next());
    }

    /** @throws IllegalArgumentException when {@code text} is not {@code agr_} and 32 hexadecimal digits */
    public static AgreementId parse(String text) {
        return new AgreementId(PrefixedUuid.parse(PREFIX, text));
    }

    /** Our name of it at a channel: 32 letters and digits. */
    public String channelName() {
        return PrefixedUuid.hex(value);
    }

    /** A number for one call about an agreement; its first digits say when it was made. */
    public static String nextCallNumber() {
        return PrefixedUuid.hex(PrefixedUuid.next());
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, value);
    }
}
