package io.sluice.core.id;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The one written form of all ids: a prefix, then the 32 lower-case hexadecimal digits of a UUIDv7. */
final class PrefixedUuid {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);
    private static final int DIGITS_OF_A_LONG = 16;

    private static final SecureRandom SEEDS = new SecureRandom();
    private static final ThreadLocal<SplittableRandom> RANDOM =
            ThreadLocal.withInitial(() -> new SplittableRandom(SEEDS.nextLong()));

    /** The last id's milliseconds and, in the lower 12 bits, its number within them. */
    private static final AtomicLong LAST = new AtomicLong();

    private PrefixedUuid() {}

    /**
     * A new UUIDv7 (RFC 9562, 6.2: a counter in rand_a that runs over into the time); ids made in one process ascend.
     * Without a lock, for ids are made on event loops.
     */
    static UUID next() {
        if (RepeatableIds.areWanted()) {
            return RepeatableIds.next();
        }
        long now = System.currentTimeMillis() << 12;
        return of(
                LAST.updateAndGet(last -> Math.max(last + 1, now)), RANDOM.get().nextLong());
    }

    /** @param stamp milliseconds, and in the lower 12 bits the number within them */
    static UUID of(long stamp, long random) {
        long time = (stamp >>> 12) << 16 | 0x7000 | (stamp & 0xFFF);
        return new UUID(time, random >>> 2 | Long.MIN_VALUE);
    }

    static String format(String prefix, UUID value) {
        int from = prefix.length();
        byte[] text = Arrays.copyOf(prefix.getBytes(US_ASCII), from + 2 * DIGITS_OF_A_LONG);
        write(value.getMostSignificantBits(), text, from);
        write(value.getLeastSignificantBits(), text, from + DIGITS_OF_A_LONG);
        return new String(text, US_ASCII);
    }

    static String hex(UUID value) {
        return format("", value);
    }

    /** Looked up and not computed: an id is written some twenty times a payment. */
    private static void write(long value, byte[] to, int from) {
        long rest = value;
        for (int i = from + DIGITS_OF_A_LONG - 1; i >= from; i--) {
            to[i] = DIGITS[(int) (rest & 0xF)];
            rest >>>= 4;
        }
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
