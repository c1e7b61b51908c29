package io.sluice.core.payment.json;

import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.EventId;
import io.sluice.core.json.JsonText;
import io.sluice.core.json.Timestamps;
import io.sluice.core.payment.model.ChargeSafety;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentChange;
import io.sluice.core.payment.model.PaymentTotals;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes payments and event bodies. Amounts are integers in minor units, times are RFC 3339 in UTC with microseconds, and
 * every key is present, null where there is nothing to say.
 */
public final class PaymentJson {

    private PaymentJson() {}

    public static String payment(Payment payment) {
        return JsonText.of(json -> write(json, payment));
    }

    /** The body of the event that {@code change} is, byte for byte as everyone will see it. */
    public static String eventBody(EventId id, PaymentChange change) {
        Payment payment = change.after();
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("id", id.toString());
            json.writeStringProperty("type", change.type());
            json.writeStringProperty("created_at", Timestamps.text(payment.updatedAt()));
            json.writeStringProperty("merchant_id", payment.merchantId().toString());
            json.writeStringProperty("payment_id", payment.id().toString());
            json.writeNumberProperty("sequence", payment.version());
            json.writeObjectPropertyStart("data").writeName("payment");
            write(json, payment);
            json.writeEndObject().writeEndObject();
        });
    }

    /** Writes a payment where the generator stands, for answers that hold one or several. */
    public static void write(JsonGenerator json, Payment payment) {
        json.writeStartObject();
        writeOrder(json, payment);
        json.writeStringProperty("state", payment.state().name());
        writeNextAction(json.writeName("next_action"), payment.nextAction());
        json.writeStringProperty("charge_safety", ChargeSafety.of(payment).wireName());
        writeFailure(json.writeName("failure"), payment);
        json.writeArrayPropertyStart("attempts");
        payment.attempts().forEach(attempt -> writeAttempt(json, attempt));
        json.writeEndArray();
        json.writeNumberProperty("version", payment.version());
        json.writeStringProperty("created_at", Timestamps.text(payment.createdAt()));
        json.writeStringProperty("updated_at", Timestamps.text(payment.updatedAt()));
        json.writeStringProperty("expires_at", Timestamps.text(payment.expiresAt()));
        json.writeEndObject();
    }

    /** A JSON object of strings. */
    public static String metadata(Map<String, String> metadata) {
        return metadata.isEmpty()
                ? "{}"
                : JsonText.of(json -> {
                    json.writeStartObject();
                    metadata.forEach(json::writeStringProperty);
                    json.writeEndObject();
                });
    }

    public static @Nullable String nextAction(@Nullable NextAction action) {
        return action == null ? null : JsonText.of(json -> writeNextAction(json, action));
    }

    private static void writeOrder(JsonGenerator json, Payment payment) {
        json.writeStringProperty("id", payment.id().toString());
        json.writeStringProperty("merchant_order_no", payment.merchantOrderNo());
        json.writeNumberProperty("amount", payment.amount().minor());
        json.writeStringProperty("currency", payment.amount().currency().getCurrencyCode());
        json.writeNumberProperty("fee", payment.fee().minor());
        writeTotals(json, payment.totals(), payment.releasedMinor());
        json.writeStringProperty("method", payment.method());
        json.writeStringProperty("capture_method", payment.captureMethod().wireName());
        json.writeStringProperty("description", payment.description());
        json.writeStringProperty("payer", payment.payer());
        json.writeStringProperty(
                "agreement",
                payment.agreement() == null ? null : payment.agreement().toString());
        json.writeObjectPropertyStart("metadata");
        payment.metadata().forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static void writeTotals(JsonGenerator json, PaymentTotals totals, long releasedMinor) {
        json.writeNumberProperty("authorized_amount", totals.authorizedMinor());
        json.writeNumberProperty("capture_pending_amount", totals.captureReservedMinor());
        json.writeNumberProperty("captured_amount", totals.capturedMinor());
        json.writeNumberProperty("released_amount", releasedMinor);
        json.writeNumberProperty("refunded_amount", totals.refundedMinor());
        json.writeNumberProperty("refund_pending_amount", totals.refundReservedMinor());
        json.writeNumberProperty("conflicted_amount", totals.conflictedMinor());
        json.writeNumberProperty("give_back_pending_amount", totals.giveBackReservedMinor());
    }

    private static void writeNextAction(JsonGenerator json, @Nullable NextAction action) {
        if (action == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", action.type());
        action.values().forEach(json::writeStringProperty);
        if (!action.fields().isEmpty()) {
            json.writeObjectPropertyStart("fields");
            action.fields().forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeFailure(JsonGenerator json, Payment payment) {
        Failure failure = payment.failure();
        if (failure == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("code", failure.code());
        json.writeStringProperty("message", failure.message());
        writeAdvice(json, PaymentReader.code(failure.code()));
        json.writeStringProperty("channel_code", payment.lastAttempt().channelCode());
        json.writeEndObject();
    }

    private static void writeAdvice(JsonGenerator json, @Nullable OutcomeCode code) {
        json.writeStringProperty("advice", code == null ? null : code.advice().wireName());
        json.writeName("payer_may_retry");
        if (code == null) {
            json.writeNull();
        } else {
            json.writeBoolean(code.payerMayRetry());
        }
    }

    private static void writeAttempt(JsonGenerator json, PaymentAttempt attempt) {
        json.writeStartObject();
        json.writeStringProperty("id", attempt.id().toString());
        json.writeStringProperty("channel", attempt.channel());
        json.writeStringProperty("channel_account", attempt.account().toString());
        json.writeStringProperty("state", attempt.state().name());
        json.writeStringProperty("channel_reference", attempt.channelReference());
        json.writeStringProperty("channel_code", attempt.channelCode());
        json.writeStringProperty(
                "code", attempt.code() == null ? null : attempt.code().wireName());
        writeAdvice(json, attempt.code());
        json.writeStringProperty("created_at", Timestamps.text(attempt.createdAt()));
        json.writeStringProperty("updated_at", Timestamps.text(attempt.updatedAt()));
        json.writeEndObject();
    }
}
