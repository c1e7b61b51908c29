package io.sluice.ledger.posting.json;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.money.Money;
import io.sluice.ledger.posting.EventBodies;
import io.sluice.ledger.posting.model.EventType;
import io.sluice.ledger.posting.model.MoneyMoved;
import java.util.List;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the body strictly: what it says of itself must be what the record's headers say, and exactly one attempt must
 * have succeeded with this event, for it names the channel account that owes the money.
 */
public final class JsonEventBodies implements EventBodies {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Override
    public MoneyMoved read(PaymentEvent event, EventType type) {
        JsonNode body = JSON.readTree(event.body());
        requireSame(body, "id", event.id());
        requireSame(body, "type", event.type());
        requireSame(body, "merchant_id", event.merchantId());
        requireSame(body, "payment_id", event.paymentId());
        JsonNode payment = body.path("data").path("payment");
        requireSame(payment, "id", event.paymentId());
        if (type.movesRefund()) {
            return refunded(event, type, body.path("data").path("refund"));
        }
        JsonNode paid = paidAttempt(payment);
        return new MoneyMoved(
                event.id(),
                type,
                event.merchantId(),
                event.paymentId(),
                event.at(),
                money(payment, "amount"),
                money(payment, "fee"),
                text(paid, "channel"),
                ChannelAccountId.parse(text(paid, "channel_account")));
    }

    /** A refund goes back through the account that took the money, and leaves the fee where it is. */
    private static MoneyMoved refunded(PaymentEvent event, EventType type, JsonNode refund) {
        requireSame(refund, "payment_id", event.paymentId());
        Money amount = money(refund, "amount");
        return new MoneyMoved(
                event.id(),
                type,
                event.merchantId(),
                event.paymentId(),
                event.at(),
                amount,
                Money.zero(amount.currency()),
                text(refund, "channel"),
                ChannelAccountId.parse(text(refund, "channel_account")));
    }

    private static JsonNode paidAttempt(JsonNode payment) {
        List<JsonNode> paid = payment.path("attempts")
                .valueStream()
                .filter(attempt -> attempt.path("state").isString()
                        && attempt.path("state").stringValue().equals("SUCCEEDED"))
                .toList();
        List<JsonNode> now = paid.size() > 1 ? changedLast(paid, payment) : paid;
        if (now.size() != 1) {
            throw new IllegalArgumentException(
                    now.size() + " attempts of the payment succeeded; exactly one can be booked");
        }
        return now.getFirst();
    }

    /** Of several that were paid, an event is about the one that changed when the payment did. */
    private static List<JsonNode> changedLast(List<JsonNode> paid, JsonNode payment) {
        String changedAt = text(payment, "updated_at");
        return paid.stream()
                .filter(attempt -> text(attempt, "updated_at").equals(changedAt))
                .toList();
    }

    private static Money money(JsonNode payment, String field) {
        JsonNode minor = payment.path(field);
        if (!minor.isIntegralNumber() || !minor.canConvertToLong()) {
            throw new IllegalArgumentException(
                    "'" + field + "' is " + shown(minor) + "; it must be an integer of minor units");
        }
        return Money.of(minor.longValue(), text(payment, "currency"));
    }

    private static void requireSame(JsonNode node, String field, Object expected) {
        String value = text(node, field);
        if (!value.equals(expected.toString())) {
            throw new IllegalArgumentException(
                    "'" + field + "' is " + shown(node.path(field)) + ", but the event was delivered as " + expected);
        }
    }

    private static String text(JsonNode node, String field) {
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
