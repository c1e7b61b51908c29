package io.sluice.channels.wechat;

import io.sluice.channels.http.Json;
import io.sluice.channels.wechat.crypto.SealedDocument;
import io.sluice.channels.wechat.model.PayMethod;
import io.sluice.channels.wechat.model.Trade;
import io.sluice.core.channel.PayOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;

/** The JSON of orders, closes, trades and sealed documents. */
final class Documents {

    private static final int LONGEST_DESCRIPTION = 127;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.ofHours(8));

    private Documents() {}

    /**
     * An order. It depends on nothing but what is durable with the attempt, so that a repetition is the same to the byte
     * (the payer's address is not, and is left out).
     */
    static String order(WeChatAccount account, PayOrder order, String notifyUrl) {
        var document = Json.MAPPER
                .createObjectNode()
                .put("appid", account.appId())
                .put("mchid", account.merchantId())
                .put("description", Json.shortened(order.description(), LONGEST_DESCRIPTION))
                .put("out_trade_no", order.number())
                .put("time_expire", time(order.expiresAt()))
                .put("notify_url", notifyUrl);
        document.putObject("amount")
                .put("total", order.amount().minor())
                .put("currency", order.amount().currency().getCurrencyCode());
        if (order.payer() != null && PayMethod.of(order.method()).stream().anyMatch(PayMethod::payerRequired)) {
            document.putObject("payer").put("openid", order.payer());
        }
        return document.toString();
    }

    static String close(WeChatAccount account) {
        return Json.MAPPER.createObjectNode().put("mchid", account.merchantId()).toString();
    }

    static Trade trade(byte[] json) {
        JsonNode document = Json.object(json);
        JsonNode amount = document.path("amount");
        JsonNode total = amount.path("total");
        boolean exact = total.isIntegralNumber() && total.canConvertToLong();
        String currency = Json.text(amount, "currency");
        return new Trade(
                Json.text(document, "appid"),
                Json.text(document, "mchid"),
                Json.text(document, "out_trade_no"),
                Json.text(document, "trade_state"),
                Json.text(document, "transaction_id"),
                exact ? total.longValue() : null,
                // The interface documents the field as optional and CNY as what its absence means.
                currency.isEmpty() ? "CNY" : currency);
    }

    static SealedDocument sealed(JsonNode resource) {
        return new SealedDocument(
                Json.text(resource, "algorithm"),
                Json.text(resource, "nonce"),
                Json.text(resource, "associated_data"),
                Json.text(resource, "ciphertext"));
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
