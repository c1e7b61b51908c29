package io.sluice.channels.model;

import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillException.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.Function;

/** What a channel said when it was asked for a bill. All of those that have bills have them by ten o'clock of the next day in Beijing. */
public final class BillReplies {

    private static final LocalTime READY = LocalTime.of(10, 0);
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private BillReplies() {}

    /**
     * What it granted.
     *
     * @param meaning of the code with which it refuses
     * @throws BillException when it did not
     */
    public static <T> T granted(Reply<T> reply, Function<String, Reason> meaning, LocalDate day, Instant now) {
        return switch (reply) {
            case Reply.Success<T>(T document) -> document;
            case Reply.Refusal<T>(int _, String code, String _) -> throw refused(meaning.apply(code), code, day, now);
            case Reply.NotWritten<T>(String _, String message) -> throw new BillException(Reason.UNAVAILABLE, message);
            case Reply.Lost<T>(String _, String message) -> throw new BillException(Reason.UNAVAILABLE, message);
        };
    }

    /** What is not there yet is, to most channels, not there. */
    public static BillException refused(Reason meant, String code, LocalDate day, Instant now) {
        Instant ready = day.plusDays(1).atTime(READY).toInstant(BEIJING);
        Reason reason = meant == Reason.NONE && now.isBefore(ready) ? Reason.NOT_READY : meant;
        String until = reason == Reason.NOT_READY ? " before ten o'clock of the next day in Beijing" : "";
        return new BillException(reason, "the channel gives no bill" + until + ": " + code);
    }
}
