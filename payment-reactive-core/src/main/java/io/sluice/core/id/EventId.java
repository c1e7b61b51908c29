package io.sluice.core.id;

import java.util.UUID;

/** One row of the event log: {@code evt_…}. */
public record EventId(UUID value) {

    private static final String PREFIX = "evt_";

    public static EventId next() {
        return new EventId(PrefixedUuid.next());
    }

    /** @throws IllegalArgumentException when {@code text} is not {@code evt_} and 32 hexadecimal digits */
    public static EventId parse(String text) {
        return new EventId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, value);
    }
}
