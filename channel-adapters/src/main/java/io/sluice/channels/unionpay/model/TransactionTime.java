package io.sluice.channels.unionpay.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * {@code txnTime}, by which ACP tells orders apart together with merchant and number: when our own number was made. It follows from the number,
 * so it is the same in every process and at every repetition, and need not be kept.
 */
public final class TransactionTime {

    private static final DateTimeFormatter BEIJING =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.ofHours(8));

    private TransactionTime() {}

    /** @param number the 32 hexadecimal digits of a UUIDv7 */
    public static String of(String number) {
        return text(Instant.ofEpochMilli(Long.parseUnsignedLong(number.substring(0, 12), 16)));
    }

    static String text(Instant instant) {
        return BEIJING.format(instant);
    }
}
