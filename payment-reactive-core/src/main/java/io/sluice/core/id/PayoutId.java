package io.sluice.core.id;

import java.util.UUID;

/** A payout: {@code pyo_…}. */
public record PayoutId(UUID value) {

    public static final String PREFIX = "pyo_";

    public static PayoutId next() {
        return new PayoutId(PrefixedUuid.next());
    }

    /** @throws IllegalArgumentException when {@code text} is not {@code pyo_} and 32 hexadecimal digits */
    public static PayoutId parse(String text) {
        return new PayoutId(PrefixedUuid.parse(PREFIX, text));
    }

    /** From the number a channel knows it by, see {@link #channelNumber()}. */
    public static PayoutId ofChannelNumber(String number) {
        return new PayoutId(PrefixedUuid.parse("", number));
    }

    /** The channel-idempotent number: 32 letters and digits. */
    public String channelNumber() {
        return PrefixedUuid.hex(value);
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, value);
    }
}
