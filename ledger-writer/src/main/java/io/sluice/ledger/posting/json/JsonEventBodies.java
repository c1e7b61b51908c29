package io.sluice.ledger.posting.json;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.money.Money;
import io.sluice.ledger.posting.EventBodies;
import io.sluice.ledger.posting.model.EventType;
import io.sluice.ledger.posting.model.FeeShare;
import io.sluice.ledger.posting.model.MoneyMoved;
import io.sluice.ledger.posting.model.MoneyMoved.Conflict;
import java.util.Optional;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the body strictly: what it says of itself must be what the record's headers say, and exactly one attempt must be what
 * this event is about, for it names the channel account that owes the money, or does not.
 */
public final class JsonEventBodies implements EventBodies {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Override
    public Optional<MoneyMoved> read(PaymentEvent event, EventType type) {
        JsonNode body = JSON.readTree(event.body());
        requireSame(body, "id", event.id());
        requireSame(body, "type", event.type());
        requireSame(body, "merchant_id", event.merchantId());
        if (type.movesPayout()) {
            return Optional.of(payout(event, type, body));
        }
        requireSame(body, "payment_id", event.paymentId());
        JsonNode payment = body.path("data").path("payment");
        requireSame(payment, "id", event.paymentId());
        Optional<String> part = type.movesPart();
        if (part.isPresent()) {
            return moved(event, type, payment, body.path("data").path(part.get()));
        }
        if (isByCaptures(payment)) {
            return Optional.empty();
        }
        return BookedAttempt.of(payment, type).map(booked -> moved(event, type, payment, booked));
    }

    private static boolean isByCaptures(JsonNode payment) {
        return payment.path("capture_method").asString("").equals("manual");
    }

    private static MoneyMoved undone(MoneyMoved moved, JsonNode payment) {
        return isByCaptures(payment) ? moved : moved.collectedAtOnce();
    }

    /** What goes back by a refund leaves the fee where it is; what is captured, or no more, moves its part of it. */
    private static Optional<MoneyMoved> moved(PaymentEvent event, EventType type, JsonNode payment, JsonNode part) {
        requireSame(part, "payment_id", event.paymentId());
        Money amount = money(part, "amount");
        return switch (type) {
            case CAPTURE_SUCCEEDED -> {
                long captured = minor(payment, "captured_amount");
                yield Optional.of(moved(event, type, amount, fee(payment, captured - amount.minor(), captured), part));
            }
            case VOID_SUCCEEDED -> {
                long captured = minor(payment, "captured_amount");
                boolean held = part.path("capture_id").isNull() && isByCaptures(payment);
                Money fee = fee(payment, captured, captured + amount.minor());
                yield held ? Optional.empty() : Optional.of(undone(moved(event, type, amount, fee, part), payment));
            }
            default -> Optional.of(moved(event, type, amount, Money.zero(amount.currency()), part));
        };
    }

    /** A payout is no payment's, and what it costs is not its own to say. */
    private static MoneyMoved payout(PaymentEvent event, EventType type, JsonNode body) {
        requireSame(body, "payout_id", event.subject());
        JsonNode payout = body.path("data").path("payout");
        requireSame(payout, "id", event.subject());
        Money amount = money(payout, "amount");
        return moved(event, type, amount, Money.zero(amount.currency()), payout, Conflict.NONE);
    }

    private static Money fee(JsonNode payment, long fromMinor, long toMinor) {
        return FeeShare.between(money(payment, "fee"), money(payment, "amount"), fromMinor, toMinor);
    }

    private static MoneyMoved moved(PaymentEvent event, EventType type, JsonNode payment, BookedAttempt booked) {
        return moved(event, type, money(payment, "amount"), money(payment, "fee"), booked.attempt(), booked.conflict());
    }

    private static MoneyMoved moved(PaymentEvent event, EventType type, Money amount, Money fee, JsonNode part) {
        boolean givesBack = part.path("gives_back").asBoolean(false);
        return moved(event, type, amount, fee, part, givesBack ? Conflict.GIVEN_BACK : Conflict.NONE);
    }

    private static MoneyMoved moved(
            PaymentEvent event, EventType type, Money amount, Money fee, JsonNode through, Conflict conflict) {
        return new MoneyMoved(
                event.id(),
                type,
                event.merchantId(),
                event.paymentId(),
                event.at(),
                amount,
                fee,
                text(through, "channel"),
                ChannelAccountId.parse(text(through, "channel_account")),
                conflict,
                false);
    }

    private static Money money(JsonNode payment, String field) {
        return Money.of(minor(payment, field), text(payment, "currency"));
    }

    private static long minor(JsonNode payment, String field) {
        JsonNode minor = payment.path(field);
        if (!minor.isIntegralNumber() || !minor.canConvertToLong()) {
            throw new IllegalArgumentException(
                    "'" + field + "' is " + shown(minor) + "; it must be an integer of minor units");
        }
        return minor.longValue();
    }

    private static void requireSame(JsonNode node, String field, Object expected) {
        String value = text(node, field);
        if (!value.equals(expected.toString())) {
            throw new IllegalArgumentException(
                    "'" + field + "' is " + shown(node.path(field)) + ", but the event was delivered as " + expected);
        }
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("'" + field + "' is " + shown(value) + "; it must be a string");
        }
        return value.stringValue();
    }

    private static String shown(JsonNode value) {
        String json = value.isMissingNode() ? "missing" : value.toString();
        return json.length() > 64 ? json.substring(0, 64) + "…" : json;
    }
}
