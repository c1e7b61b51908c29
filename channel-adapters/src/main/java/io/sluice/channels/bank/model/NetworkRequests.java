package io.sluice.channels.bank.model;

import io.sluice.channels.model.BeijingDay;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Messages about the connection itself. */
public final class NetworkRequests {

    public static final String SIGN_ON = "001";
    public static final String ECHO = "301";

    private static final DateTimeFormatter SENT_AT = DateTimeFormatter.ofPattern("MMddHHmmss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private NetworkRequests() {}

    /**
     * @param purpose DE 60.3, {@link #SIGN_ON} or {@link #ECHO}
     * @param count of this terminal's messages of this kind; its last six digits become the STAN
     */
    public static Message of(String purpose, Terminal terminal, int count, Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, BeijingDay.OFFSET);
        return new Message(
                Message.NETWORK,
                Map.of(
                        Field.SENT_AT, SENT_AT.format(local),
                        Field.STAN, "%06d".formatted(1 + Math.floorMod(count, 999_999)),
                        Field.TERMINAL, terminal.id(),
                        Field.MERCHANT, terminal.merchant(),
                        Field.TYPE_AND_BATCH, "00" + DAY.format(local) + purpose));
    }
}
