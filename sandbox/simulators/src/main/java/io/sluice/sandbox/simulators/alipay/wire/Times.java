package io.sluice.sandbox.simulators.alipay.wire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as this channel writes them: Beijing's, without saying so. */
public final class Times {
    public static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Times() {}

    public static String write(Instant instant) {
        return FORM.format(instant.atOffset(BEIJING));
    }

    /** @throws java.time.DateTimeException when it has another form */
    public static Instant read(String text) {
        return LocalDateTime.parse(text, FORM).toInstant(BEIJING);
    }
}
