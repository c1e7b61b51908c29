package io.sluice.channels.wechat;

import io.sluice.channels.http.Json;
import io.sluice.channels.wechat.model.RefundStatus;
import io.sluice.core.channel.ModificationOrder;
import tools.jackson.databind.JsonNode;

/** The JSON of refunds. */
final class RefundDocuments {

    private static final int LONGEST_REASON = 80;

    private RefundDocuments() {}

    /** A refund. It depends on nothing but what is durable with it, so that a repetition is the same to the byte. */
    static String refund(ModificationOrder order, String notifyUrl) {
        String currency = order.amount().currency().getCurrencyCode();
        var document = Json.MAPPER
                .createObjectNode()
                .put("out_trade_no", order.orderNumber())
                .put("out_refund_no", order.number())
                .put("notify_url", notifyUrl);
        if (order.reason() != null) {
            document.put("reason", Json.shortened(order.reason(), LONGEST_REASON));
        }
        document.putObject("amount")
                .put("refund", order.amount().minor())
                .put("total", order.total().minor())
                .put("currency", currency);
        return document.toString();
    }

    /** From an answer. */
    static RefundStatus answered(byte[] json) {
        return status(Json.object(json), "status");
    }

    /** From a callback, where the status has another name. */
    static RefundStatus notified(JsonNode document) {
        return status(document, "refund_status");
    }

    private static RefundStatus status(JsonNode document, String statusName) {
        JsonNode amount = document.path("amount");
        JsonNode refund = amount.path("refund");
        boolean exact = refund.isIntegralNumber() && refund.canConvertToLong();
        String currency = Json.text(amount, "currency");
        return new RefundStatus(
                Json.text(document, "out_refund_no"),
                Json.text(document, "out_trade_no"),
                Json.text(document, "refund_id"),
                Json.text(document, statusName),
                exact ? refund.longValue() : null,
                // Callbacks leave it out; domestic refunds are in CNY.
                currency.isEmpty() ? "CNY" : currency);
    }
}
