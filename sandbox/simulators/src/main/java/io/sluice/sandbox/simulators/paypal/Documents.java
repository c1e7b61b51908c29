package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.paypal.model.Amount;
import io.sluice.sandbox.simulators.paypal.model.Authorization;
import io.sluice.sandbox.simulators.paypal.model.Capture;
import io.sluice.sandbox.simulators.paypal.model.Order;
import io.sluice.sandbox.simulators.paypal.model.Refund;
import io.sluice.sandbox.simulators.paypal.model.Terms;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * The channel's JSON, in answers and in webhooks alike.
 *
 * @param base where the channel is
 */
record Documents(String base) {
    private static final String ORDERS = "/v2/checkout/orders/";
    private static final String PAYMENTS = "/v2/payments/";

    ObjectNode order(Order order) {
        Terms terms = order.terms();
        var document = Json.MAPPER
                .createObjectNode()
                .put("id", order.id())
                .put("intent", terms.intent().name())
                .put("status", order.state().name())
                .put("create_time", time(order.createdAt()));
        var unit = document.putArray("purchase_units").addObject().put("reference_id", "default");
        unit.set("amount", amount(terms.amount()));
        unit.putObject("payee").put("merchant_id", terms.payee()).put("email_address", "merchant@example.com");
        unit.put("custom_id", terms.customId())
                .put("invoice_id", terms.invoiceId())
                .put("description", terms.description());
        payments(order, unit);
        if (order.state() != Order.State.CREATED) {
            document.putObject("payer").put("payer_id", "QYR5Z8XDVJNXQ").put("email_address", "payer@example.com");
        }
        links(order, document);
        return document;
    }

    private void payments(Order order, ObjectNode unit) {
        if (order.state() != Order.State.COMPLETED) {
            return;
        }
        var payments = unit.putObject("payments");
        if (order.authorization() != null) {
            payments.putArray("authorizations").add(authorization(order, order.authorization()));
        }
        if (!order.captures().isEmpty()) {
            var captures = payments.putArray("captures");
            order.captures().forEach(capture -> captures.add(capture(order, capture)));
        }
        if (!order.refunds().isEmpty()) {
            var refunds = payments.putArray("refunds");
            order.refunds().forEach(refund -> refunds.add(refund(order, refund)));
        }
    }

    private void links(Order order, ObjectNode document) {
        link(document, "self", "GET", base + ORDERS + order.id());
        if (order.state() == Order.State.CREATED) {
            link(document, "approve", "GET", base + "/checkoutnow?token=" + order.id());
        }
        if (order.state() != Order.State.COMPLETED) {
            String action = order.terms().intent() == Terms.Intent.CAPTURE ? "capture" : "authorize";
            link(document, action, "POST", base + ORDERS + order.id() + "/" + action);
        }
    }

    ObjectNode authorization(Order order, Authorization held) {
        var document = resource(order, held.id(), held.state().name(), held.amount(), held.createdAt())
                .put("expiration_time", time(held.expiresAt()))
                .put("invoice_id", order.terms().invoiceId());
        String self = base + PAYMENTS + "authorizations/" + held.id();
        link(document, "self", "GET", self);
        link(document, "capture", "POST", self + "/capture");
        link(document, "void", "POST", self + "/void");
        link(document, "up", "GET", base + ORDERS + order.id());
        return document;
    }

    ObjectNode capture(Order order, Capture capture) {
        var document = resource(order, capture.id(), capture.state().name(), capture.amount(), capture.createdAt())
                .put("final_capture", capture.last())
                .put("invoice_id", capture.number());
        if (capture.state() == Capture.State.PENDING) {
            document.putObject("status_details").put("reason", "PENDING_REVIEW");
        }
        String self = base + PAYMENTS + "captures/" + capture.id();
        link(document, "self", "GET", self);
        link(document, "refund", "POST", self + "/refund");
        link(document, "up", "GET", base + ORDERS + order.id());
        return document;
    }

    ObjectNode refund(Order order, Refund refund) {
        var document = resource(order, refund.id(), refund.state().name(), refund.amount(), refund.createdAt())
                .put("invoice_id", refund.number())
                .put("note_to_payer", refund.note());
        link(document, "self", "GET", base + PAYMENTS + "refunds/" + refund.id());
        link(document, "up", "GET", base + PAYMENTS + "captures/" + refund.captureId());
        return document;
    }

    private ObjectNode resource(Order order, String id, String status, Amount amount, Instant at) {
        var document = Json.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("status", status)
                .put("custom_id", order.terms().customId())
                .put("create_time", time(at));
        document.set("amount", amount(amount));
        document.putObject("payee").put("merchant_id", order.terms().payee());
        document.putObject("supplementary_data").putObject("related_ids").put("order_id", order.id());
        return document;
    }

    /** What comes of a request that does not ask for the whole resource. */
    static ObjectNode minimal(ObjectNode whole) {
        return whole.retain("id", "status", "links");
    }

    static ObjectNode amount(Amount amount) {
        return Json.MAPPER
                .createObjectNode()
                .put("currency_code", amount.currency())
                .put("value", amount.value());
    }

    private static void link(ObjectNode document, String rel, String method, String href) {
        document.withArray("/links")
                .addObject()
                .put("href", href)
                .put("rel", rel)
                .put("method", method);
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
