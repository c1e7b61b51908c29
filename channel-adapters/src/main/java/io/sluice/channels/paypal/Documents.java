package io.sluice.channels.paypal;

import io.sluice.channels.http.Json;
import io.sluice.channels.http.UnreadableException;
import io.sluice.channels.paypal.model.Amounts;
import io.sluice.channels.paypal.model.Movement;
import io.sluice.channels.paypal.model.OrderView;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of orders, authorizations, captures and refunds. */
final class Documents {

    private static final int LONGEST_DESCRIPTION = 127;
    private static final int LONGEST_NOTE = 255;
    private static final Set<String> APPROVE_LINKS = Set.of("approve", "payer-action");

    private Documents() {}

    /** An order. It depends on nothing but what is durable with the attempt, so that a repetition is the same to the byte. */
    static String order(PayPalAccount account, PayOrder order, String intent) {
        var document = Json.MAPPER.createObjectNode().put("intent", intent);
        var unit = document.putArray("purchase_units")
                .addObject()
                .put("custom_id", order.number())
                .put("description", Json.shortened(order.description(), LONGEST_DESCRIPTION));
        unit.set("amount", amount(order.amount()));
        document.putObject("payment_source")
                .putObject("paypal")
                .putObject("experience_context")
                .put("return_url", account.returnUrl())
                .put("cancel_url", account.cancelUrl())
                .put("shipping_preference", "NO_SHIPPING")
                .put("user_action", "PAY_NOW");
        return document.toString();
    }

    static String capture(ModificationOrder order) {
        return modification(order).put("final_capture", order.last()).toString();
    }

    static String refund(ModificationOrder order) {
        return modification(order).put("custom_id", order.orderNumber()).toString();
    }

    private static ObjectNode modification(ModificationOrder order) {
        var document = Json.MAPPER.createObjectNode().put("invoice_id", order.number());
        document.set("amount", amount(order.amount()));
        if (order.reason() != null) {
            document.put("note_to_payer", Json.shortened(order.reason(), LONGEST_NOTE));
        }
        return document;
    }

    private static ObjectNode amount(Money amount) {
        return Json.MAPPER
                .createObjectNode()
                .put("currency_code", amount.currency().getCurrencyCode())
                .put("value", Amounts.value(amount));
    }

    static OrderView order(byte[] json) {
        return order(Json.object(json));
    }

    static OrderView order(JsonNode document) {
        JsonNode unit = document.path("purchase_units").path(0);
        JsonNode payments = unit.path("payments");
        JsonNode amount = unit.path("amount");
        return new OrderView(
                Json.required(document, "id"),
                Json.text(document, "intent"),
                Json.text(document, "status"),
                Json.text(unit, "custom_id"),
                Json.text(unit.path("payee"), "merchant_id"),
                Json.text(amount, "value"),
                Json.text(amount, "currency_code"),
                approveUrl(document.path("links")),
                only(payments.path("captures"), document),
                only(payments.path("authorizations"), document));
    }

    /** An authorized order may have several captures, and is told by its authorization; any other has one. */
    private static @Nullable Movement only(JsonNode movements, JsonNode order) {
        boolean authorized = Json.text(order, "intent").equals("AUTHORIZE");
        boolean ofAuthorization = movements.path(0).has("expiration_time");
        if (movements.isEmpty() || authorized != ofAuthorization) {
            return null;
        }
        if (movements.size() > 1) {
            throw new UnreadableException("it has several captures where one was asked for");
        }
        return movement(movements.path(0));
    }

    private static String approveUrl(JsonNode links) {
        return links.valueStream()
                .filter(link -> APPROVE_LINKS.contains(Json.text(link, "rel")))
                .map(link -> Json.text(link, "href"))
                .findFirst()
                .orElse("");
    }

    static Movement movement(byte[] json) {
        return movement(Json.object(json));
    }

    static Movement movement(JsonNode document) {
        JsonNode amount = document.path("amount");
        return new Movement(
                Json.text(document, "id"),
                Json.text(document, "status"),
                Json.text(document, "custom_id"),
                Json.text(document, "invoice_id"),
                Json.text(document.path("payee"), "merchant_id"),
                Json.text(amount, "value"),
                Json.text(amount, "currency_code"),
                instant(Json.text(document, "expiration_time")));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
