package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.keys.Nonces;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Play;
import io.sluice.sandbox.simulators.unionpay.model.Kind;
import io.sluice.sandbox.simulators.unionpay.model.Outcome;
import io.sluice.sandbox.simulators.unionpay.model.PayoutPlay;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a checked request asks for. */
final class Terms {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final Duration USUAL_TIME = Duration.ofDays(1);
    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,11}");
    private static final Pattern URL = Pattern.compile("https?://\\S{1,249}");
    private static final Pattern CARD = Pattern.compile("[0-9]{12,19}");
    private static final String RENMINBI = "156";
    private static final String PAYOUTS = "000401";

    private Terms() {}

    /** An order, as a payer's browser brings it. */
    static Decision<Transaction, Refusal> order(Message message, Kind kind, Outcome outcome, Instant now) {
        Instant payBy = payBy(message.text("payTimeout"), now);
        if (payBy == null) {
            return malformed("payTimeout");
        }
        if (!URL.matcher(message.text("frontUrl")).matches()) {
            return malformed("frontUrl");
        }
        return checked(message, transaction(message, kind, null, outcome, null, payBy, now));
    }

    /** An order of a bound card, as its merchant sends it. */
    static Decision<Transaction, Refusal> charge(Message message, Kind kind, Outcome outcome, Instant now) {
        Instant payBy = payBy(message.text("payTimeout"), now);
        return payBy == null
                ? malformed("payTimeout")
                : checked(message, transaction(message, kind, null, outcome, null, payBy, now));
    }

    /** What follows another transaction. */
    static Decision<Transaction, Refusal> following(Message message, Kind kind, Instant now) {
        String original = message.text("origQryId");
        return original.isEmpty()
                ? Decision.refused(new Refusal(ResponseCode.MISSING, "origQryId"))
                : checked(
                        message,
                        transaction(message, kind, original, null, Play.markedIn(message.reserved()), null, now));
    }

    /** What is paid out to a card. Of the card nothing is kept. */
    static Decision<Transaction, Refusal> payout(Message message, Instant now) {
        for (String field : List.of("accNo", "customerInfo")) {
            if (message.text(field).isEmpty()) {
                return Decision.refused(new Refusal(ResponseCode.MISSING, field));
            }
        }
        if (!CARD.matcher(message.text("accNo")).matches()) {
            return malformed("accNo");
        }
        return message.text("bizType").equals(PAYOUTS)
                ? checked(message, transaction(message, Kind.PAYOUT, null, null, null, null, now))
                : malformed("bizType");
    }

    private static Decision<Transaction, Refusal> checked(Message message, Transaction transaction) {
        if (transaction.fen() == 0) {
            return malformed("txnAmt");
        }
        if (!message.text("currencyCode").equals(RENMINBI)) {
            return malformed("currencyCode");
        }
        return URL.matcher(message.text("backUrl")).matches() ? Decision.granted(transaction) : malformed("backUrl");
    }

    private static Decision<Transaction, Refusal> malformed(String field) {
        return Decision.refused(new Refusal(ResponseCode.MALFORMED, field));
    }

    private static Transaction transaction(
            Message message,
            Kind kind,
            @Nullable String original,
            @Nullable Outcome outcome,
            @Nullable Play play,
            @Nullable Instant payBy,
            Instant now) {
        String amount = message.text("txnAmt");
        long fen = AMOUNT.matcher(amount).matches() ? Long.parseLong(amount) : 0;
        return new Transaction(
                message.key(),
                kind,
                TIME.format(now.atOffset(BEIJING)) + Nonces.digits(7),
                original,
                fen,
                outcome,
                play,
                kind == Kind.PAYOUT ? PayoutPlay.of(message.text("orderDesc"), fen) : null,
                ResponseCode.ACCEPTED,
                message.text("backUrl"),
                message.text("frontUrl"),
                message.text("reqReserved"),
                message.text("orderDesc"),
                message.text("bindId").isEmpty() ? null : message.text("bindId"),
                payBy,
                now,
                null);
    }

    private static @Nullable Instant payBy(String text, Instant now) {
        try {
            return text.isEmpty()
                    ? now.plus(USUAL_TIME)
                    : LocalDateTime.parse(text, TIME).toInstant(BEIJING);
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
