package io.sluice.channels.bank.model;

import io.sluice.channels.model.BeijingDay;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How a host tells a terminal's transactions apart. A pure function of our own number, so that it is the same after a restart and in
 * every process, and nothing has to be counted or kept.
 *
 * @param stan DE 11, six digits, not all 0
 * @param sentAt DE 7, MMDDhhmmss in Beijing: when the number was made
 * @param retrieval DE 37, twelve digits and capitals, which tells two apart that share STAN and time
 * @param batch DE 60.2, the day as yyMMdd
 */
public record Trace(String stan, String sentAt, String retrieval, String batch) {

    /** How often another STAN is tried where one is taken. */
    public static final int REPETITIONS = 6;

    private static final DateTimeFormatter SENT_AT = DateTimeFormatter.ofPattern("MMddHHmmss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int STANS = 999_999;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long RANDOM_BITS = (1L << 62) - 1;

    /**
     * @param number the 32 hexadecimal digits of a UUIDv7
     * @param repetition 0, and more for each STAN that was taken
     */
    public static Trace of(String number, int repetition) {
        long time = Long.parseUnsignedLong(number.substring(0, 16), 16);
        long random = Long.parseUnsignedLong(number.substring(16), 16);
        long stan = 1 + Long.remainderUnsigned(mixed(time ^ random ^ (repetition * GOLDEN)), STANS);
        LocalDateTime made = LocalDateTime.ofInstant(Instant.ofEpochMilli(time >>> 16), BeijingDay.OFFSET);
        return new Trace(
                "%06d".formatted(stan), SENT_AT.format(made), retrieval(random & RANDOM_BITS), DAY.format(made));
    }

    /** 62 bits fit into twelve signs of 36. */
    private static String retrieval(long bits) {
        String text = Long.toString(bits, 36).toUpperCase(Locale.ROOT);
        return "0".repeat(12 - text.length()) + text;
    }

    /** Every bit of the result depends on every bit given: the finalizer of splitmix64. */
    private static long mixed(long value) {
        long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
