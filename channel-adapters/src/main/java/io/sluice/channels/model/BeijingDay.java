package io.sluice.channels.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A day as banks in China count it. They have known no summer time since 1991, so that it is an offset, and not a zone whose rules may change. */
public record BeijingDay(LocalDate date) {

    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    public static BeijingDay of(Instant time) {
        return new BeijingDay(LocalDate.ofInstant(time, OFFSET));
    }

    public Instant start() {
        return date.atStartOfDay().toInstant(OFFSET);
    }

    /** When the next one begins. */
    public Instant end() {
        return date.plusDays(1).atStartOfDay().toInstant(OFFSET);
    }
}
