package io.sluice.core.id;

import java.util.UUID;

/** A merchant's account at a channel: {@code cha_…}. */
public record ChannelAccountId(UUID value) {

    private static final String PREFIX = "cha_";

    public static ChannelAccountId next() {
        return new ChannelAccountId(PrefixedUuid.next());
    }

    /** @throws IllegalArgumentException when {@code text} is not {@code cha_} and 32 hexadecimal digits */
    public static ChannelAccountId parse(String text) {
        return new ChannelAccountId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, value);
    }
}
