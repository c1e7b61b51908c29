package io.sluice.core.id;

import java.util.UUID;

/** A refund: {@code rfd_…}. */
public record RefundId(UUID value) {

    private static final String PREFIX = "rfd_";

    public static RefundId next() {
        return new RefundId(PrefixedUuid.next());
    }

    /** @throws IllegalArgumentException when {@code text} is not {@code rfd_} and 32 hexadecimal digits */
    public static RefundId parse(String text) {
        return new RefundId(PrefixedUuid.parse(PREFIX, text));
    }

    /** From the number a channel knows the refund by, see {@link #channelNumber()}. */
    public static RefundId ofChannelNumber(String number) {
        return new RefundId(PrefixedUuid.parse("", number));
    }

    /** The channel-idempotent refund number: 32 letters and digits. */
    public String channelNumber() {
        return PrefixedUuid.hex(value);
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, value);
    }
}
