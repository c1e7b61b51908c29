package io.sluice.edge.payment;

import io.sluice.core.channel.Card;
import io.sluice.edge.json.JsonFields;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads a request's {@code card}; complaints never quote it. */
public final class CardFields {

    private CardFields() {}

    public static @Nullable Card read(JsonFields request, Instant now) {
        return request.optionalObject("card").map(card -> card(card, now)).orElse(null);
    }

    private static Card card(JsonFields fields, Instant now) {
        String number = fields.text("number", 12, 19);
        YearMonth expiry = expiry(fields, now);
        fields.done();
        try {
            return new Card(number, expiry);
        } catch (IllegalArgumentException wrong) {
            throw fields.invalid("number", String.valueOf(wrong.getMessage()));
        }
    }

    /** Where it is still this month in any place, the card has not expired. */
    private static YearMonth expiry(JsonFields fields, Instant now) {
        String text = fields.text("expiry", 7, 7);
        try {
            YearMonth expiry = YearMonth.parse(text);
            if (expiry.isBefore(YearMonth.from(now.atOffset(ZoneOffset.ofHours(-12))))) {
                throw fields.invalid("expiry", "must not be over: the card has expired");
            }
            return expiry;
        } catch (DateTimeParseException malformed) {
            throw fields.invalid("expiry", "must be year and month, such as 2031-12");
        }
    }
}
