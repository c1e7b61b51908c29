package io.sluice.core.id;

import java.time.Instant;
import java.util.UUID;

/** One attempt to pay through a channel: {@code att_…}. */
public record AttemptId(UUID value) {

    private static final String PREFIX = "att_";

    public static AttemptId next() {
        return new AttemptId(PrefixedUuid.next());
    }

    /** @throws IllegalArgumentException when {@code text} is not {@code att_} and 32 hexadecimal digits */
    public static AttemptId parse(String text) {
        return new AttemptId(PrefixedUuid.parse(PREFIX, text));
    }

    /** From the number a channel knows the attempt by, see {@link #channelNumber()}. */
    public static AttemptId ofChannelNumber(String number) {
        return new AttemptId(PrefixedUuid.parse("", number));
    }

    /**
     * The channel-idempotent order number: 32 letters and digits, which WeChat Pay (6 to 32), Alipay and UnionPay
     * (8 to 40, letters and digits only) all accept.
     */
    public String channelNumber() {
        return PrefixedUuid.hex(value);
    }

    /** To the millisecond. */
    public Instant madeAt() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, value);
    }
}
