package io.sluice.core.payment.json;

import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.json.StoredJson;
import io.sluice.core.json.Timestamps;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.payment.model.PaymentTotals;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what {@link PaymentJson} wrote. */
public final class PaymentReader {

    private PaymentReader() {}

    /** In the order they were written. */
    public static Map<String, String> metadata(String json) {
        return strings(StoredJson.read(json), null);
    }

    public static @Nullable NextAction nextAction(@Nullable String json) {
        return json == null ? null : nextAction(StoredJson.read(json));
    }

    /**
     * The payment as it stood after an event. When its attempts are due, how often they were inquired and what they were before
     * is not part of an event: they come back as never, not yet and nothing.
     */
    public static Payment paymentOfEvent(String body) {
        JsonNode event = StoredJson.read(body);
        JsonNode payment = event.get("data").get("payment");
        String currency = string(payment, "currency");
        return new Payment(
                MerchantId.parse(string(event, "merchant_id")),
                PaymentId.parse(string(payment, "id")),
                string(payment, "merchant_order_no"),
                Money.of(payment.get("amount").longValue(), currency),
                Money.of(payment.get("fee").longValue(), currency),
                string(payment, "method"),
                captureMethod(payment),
                string(payment, "description"),
                stringOrNull(payment, "payer"),
                agreement(stringOrNull(payment, "agreement")),
                strings(payment.get("metadata"), null),
                PaymentState.valueOf(string(payment, "state")),
                nextAction(payment.get("next_action")),
                failure(payment.get("failure")),
                attempts(payment.get("attempts")),
                totals(payment),
                payment.get("version").intValue(),
                time(payment, "created_at"),
                time(payment, "updated_at"),
                time(payment, "expires_at"));
    }

    /**
     * The answer to a request to pay: the payment after the channel's first word. Where one attempt followed another, that is
     * the word about the last.
     *
     * @param bodies of the payment's first events, in order, at least one
     */
    public static Payment firstAnswerable(List<String> bodies) {
        Payment payment = paymentOfEvent(bodies.getFirst());
        for (int i = 1; i < bodies.size() && payment.isUnderWay(); i++) {
            payment = paymentOfEvent(bodies.get(i));
        }
        return payment;
    }

    /** Of events that are older than captures, what was collected follows from the attempts. */
    private static PaymentTotals totals(JsonNode payment) {
        long collected = payment.get("attempts")
                        .valueStream()
                        .anyMatch(attempt -> string(attempt, "state").equals(AttemptState.SUCCEEDED.name()))
                ? payment.get("amount").longValue()
                : 0;
        return new PaymentTotals(
                payment.path("authorized_amount").asLong(collected),
                payment.path("capture_pending_amount").asLong(0),
                payment.path("captured_amount").asLong(collected),
                payment.path("refund_pending_amount").asLong(0),
                payment.path("refunded_amount").asLong(0),
                payment.path("conflicted_amount").asLong(0),
                payment.path("give_back_pending_amount").asLong(0));
    }

    private static @Nullable AgreementId agreement(@Nullable String id) {
        return id == null ? null : AgreementId.parse(id);
    }

    private static CaptureMethod captureMethod(JsonNode payment) {
        return payment.path("capture_method").asString("").equals(CaptureMethod.MANUAL.wireName())
                ? CaptureMethod.MANUAL
                : CaptureMethod.AUTOMATIC;
    }

    private static List<PaymentAttempt> attempts(JsonNode attempts) {
        return attempts.valueStream().map(PaymentReader::attempt).toList();
    }

    private static PaymentAttempt attempt(JsonNode attempt) {
        return new PaymentAttempt(
                AttemptId.parse(string(attempt, "id")),
                ChannelAccountId.parse(string(attempt, "channel_account")),
                string(attempt, "channel"),
                AttemptState.valueOf(string(attempt, "state")),
                stringOrNull(attempt, "channel_reference"),
                stringOrNull(attempt, "channel_code"),
                code(stringOrNull(attempt, "code")),
                null,
                0,
                time(attempt, "created_at"),
                time(attempt, "updated_at"),
                null);
    }

    /** A word of a newer gateway is none that this one knows. */
    public static @Nullable OutcomeCode code(@Nullable String wireName) {
        return wireName == null ? null : OutcomeCode.of(wireName).orElse(null);
    }

    private static @Nullable NextAction nextAction(JsonNode action) {
        if (action.isNull()) {
            return null;
        }
        JsonNode fields = action.path("fields");
        return new NextAction(
                string(action, "type"), strings(action, "type"), fields.isObject() ? strings(fields, null) : Map.of());
    }

    private static @Nullable Failure failure(JsonNode failure) {
        return failure.isNull() ? null : new Failure(string(failure, "code"), string(failure, "message"));
    }

    private static Map<String, String> strings(JsonNode object, @Nullable String except) {
        Map<String, String> values = new LinkedHashMap<>();
        object.forEachEntry((name, value) -> {
            if (!name.equals(except) && value.isString()) {
                values.put(name, value.stringValue());
            }
        });
        return Collections.unmodifiableMap(values);
    }

    private static Instant time(JsonNode object, String name) {
        return Timestamps.instant(string(object, name));
    }

    private static String string(JsonNode object, String name) {
        return object.get(name).stringValue();
    }

    private static @Nullable String stringOrNull(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value.stringValue();
    }
}
