package io.sluice.core.id;

import java.util.UUID;

/** A capture, a void or a refund; its kind says by which prefix the outside knows it. */
public record ModificationId(UUID value) {

    public static ModificationId next() {
        return new ModificationId(PrefixedUuid.next());
    }

    /** @throws IllegalArgumentException when {@code text} is not {@code prefix} and 32 hexadecimal digits */
    public static ModificationId parse(String prefix, String text) {
        return new ModificationId(PrefixedUuid.parse(prefix, text));
    }

    /** From the number a channel knows it by, see {@link #channelNumber()}. */
    public static ModificationId ofChannelNumber(String number) {
        return new ModificationId(PrefixedUuid.parse("", number));
    }

    /** The channel-idempotent number: 32 letters and digits. */
    public String channelNumber() {
        return PrefixedUuid.hex(value);
    }

    public String prefixed(String prefix) {
        return PrefixedUuid.format(prefix, value);
    }

    @Override
    public String toString() {
        return channelNumber();
    }
}
