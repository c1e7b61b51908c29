package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.keys.Nonces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Numbers in the form of the channel's own. */
final class Ids {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.ofHours(8));

    private Ids() {}

    static String transaction(Instant now) {
        return "4200" + DAY.format(now) + Nonces.digits(16);
    }

    static String refund(Instant now) {
        return "5030" + DAY.format(now) + Nonces.digits(17);
    }

    static String token() {
        return Nonces.next(34);
    }

    static String notification() {
        return UUID.nameUUIDFromBytes(Nonces.next().getBytes(StandardCharsets.US_ASCII))
                .toString();
    }
}
