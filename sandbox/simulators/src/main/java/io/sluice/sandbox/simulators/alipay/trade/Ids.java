package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.alipay.wire.Times;
import io.sluice.sandbox.simulators.keys.Nonces;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers in the form of the channel's own. */
public final class Ids {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(Times.BEIJING);

    private Ids() {}

    /** Of a trade: the day and twenty digits. */
    static String trade(Instant now) {
        return DAY.format(now) + "22001" + Nonces.digits(15);
    }

    /** Of a notify, the same over all its sendings. */
    public static String notification(Instant now) {
        return DAY.format(now) + "00222" + Nonces.digits(21);
    }

    static String token() {
        return "bax" + Nonces.next(29).toLowerCase(Locale.ROOT);
    }
}
