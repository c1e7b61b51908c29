package io.sluice.core.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as they are written everywhere: RFC 3339 in UTC with microseconds, such as {@code 2026-02-03T04:05:06.000007Z}. */
public final class Timestamps {

    private static final String SHAPE = "0000-00-00T00:00:00.000000Z";
    private static final int LAST_YEAR = 9999;
    private static final int NANOS_A_MICRO = 1000;

    /** For what has not the usual shape: it signs years of more digits. */
    private static final DateTimeFormatter ANY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** What is finer than a microsecond is cut off. An event has six of them, so they are not left to a formatter. */
    public static String text(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            return ANY.format(instant);
        }
        byte[] text = SHAPE.getBytes(ISO_8859_1);
        write(text, 4, time.getYear());
        write(text, 7, time.getMonthValue());
        write(text, 10, time.getDayOfMonth());
        write(text, 13, time.getHour());
        write(text, 16, time.getMinute());
        write(text, 19, time.getSecond());
        write(text, 26, time.getNano() / NANOS_A_MICRO);
        return new String(text, ISO_8859_1);
    }

    /**
     * The time that was written, in this shape or any other of RFC 3339.
     *
     * @throws DateTimeException where it is none
     */
    public static Instant instant(String text) {
        if (!hasShape(text)) {
            return Instant.parse(text);
        }
        return LocalDateTime.of(
                        read(text, 0, 4),
                        read(text, 5, 7),
                        read(text, 8, 10),
                        read(text, 11, 13),
                        read(text, 14, 16),
                        read(text, 17, 19),
                        read(text, 20, 26) * NANOS_A_MICRO)
                .toInstant(ZoneOffset.UTC);
    }

    private static boolean hasShape(String text) {
        if (text.length() != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char shape = SHAPE.charAt(i);
            char c = text.charAt(i);
            if (shape == '0' ? c < '0' || c > '9' : c != shape) {
                return false;
            }
        }
        return true;
    }

    private static int read(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** Digits from right to left, over the shape's zeros. */
    private static void write(byte[] text, int end, int number) {
        for (int rest = number, i = end - 1; rest > 0; rest /= 10, i--) {
            text[i] = (byte) ('0' + rest % 10);
        }
    }
}
