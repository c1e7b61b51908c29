package io.sluice.notifier.delivery.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
public final class RetryAfter {

    private static final int DIGITS_OF_A_LONG_WAIT = 9;

    private RetryAfter() {}

    /** @return empty when the header is absent, is not understood or names the past */
    public static Optional<Duration> parse(@Nullable String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        Optional<Duration> wait = isNumber(text) ? Optional.of(seconds(text)) : untilDate(text, now);
        return wait.filter(Duration::isPositive);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Duration seconds(String digits) {
        String bounded = digits.length() > DIGITS_OF_A_LONG_WAIT ? "9".repeat(DIGITS_OF_A_LONG_WAIT) : digits;
        return Duration.ofSeconds(Long.parseLong(bounded));
    }

    private static Optional<Duration> untilDate(String text, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, date));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
