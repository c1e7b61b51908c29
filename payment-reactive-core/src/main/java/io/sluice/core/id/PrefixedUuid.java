package io.sluice.core.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HexFormat;
import java.util.UUID;

/** The one written form of all ids: a prefix, then the 32 lower-case hexadecimal digits of a UUIDv7. */
final class PrefixedUuid {

    private PrefixedUuid() {}

    /** A new time-ordered UUID; ids made in one process ascend. */
    static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    static String format(String prefix, UUID value) {
        return prefix + hex(value);
    }

    static String hex(UUID value) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(value.getMostSignificantBits()) + hex.toHexDigits(value.getLeastSignificantBits());
    }

    /** @throws IllegalArgumentException naming the expected form */
    static UUID parse(String prefix, String text) {
        if (text.length() != prefix.length() + 32 || !text.startsWith(prefix)) {
            throw malformed(prefix, text);
        }
        return parseHex(prefix, text, prefix.length());
    }

    private static UUID parseHex(String prefix, String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                throw malformed(prefix, text);
            }
        }
        return new UUID(
                HexFormat.fromHexDigitsToLong(text, from, from + 16),
                HexFormat.fromHexDigitsToLong(text, from + 16, from + 32));
    }

    private static IllegalArgumentException malformed(String prefix, String text) {
        String shown = text.length() > 48 ? text.substring(0, 48) + "…" : text;
        return new IllegalArgumentException(
                "'" + shown + "' is not an id of the form " + prefix + " and 32 hexadecimal digits");
    }
}
