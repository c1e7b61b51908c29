package io.sluice.core.refund.json;

import io.sluice.core.id.EventId;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RefundChange;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes refunds and the bodies of their events, in the manner of {@link PaymentJson}. */
public final class RefundJson {

    private static final JsonFactory JSON = new JsonFactory();

    private RefundJson() {}

    public static String refund(Refund refund) {
        return text(json -> write(json, refund));
    }

    /** The body of the event that {@code change} is, byte for byte as everyone will see it. */
    public static String eventBody(EventId id, RefundChange change) {
        Payment payment = change.payment();
        return text(json -> {
            json.writeStartObject();
            json.writeStringProperty("id", id.toString());
            json.writeStringProperty("type", change.type());
            json.writeStringProperty("created_at", PaymentJson.time(payment.updatedAt()));
            json.writeStringProperty("merchant_id", payment.merchantId().toString());
            json.writeStringProperty("payment_id", payment.id().toString());
            json.writeNumberProperty("sequence", payment.version());
            json.writeObjectPropertyStart("data").writeName("refund");
            write(json, change.after());
            json.writeName("payment");
            PaymentJson.write(json, payment);
            json.writeEndObject().writeEndObject();
        });
    }

    /** Writes a refund where the generator stands, for answers that hold one or several. */
    public static void write(JsonGenerator json, Refund refund) {
        json.writeStartObject();
        json.writeStringProperty("id", refund.id().toString());
        json.writeStringProperty("payment_id", refund.paymentId().toString());
        json.writeNumberProperty("amount", refund.amount().minor());
        json.writeStringProperty("currency", refund.amount().currency().getCurrencyCode());
        json.writeStringProperty("reason", refund.reason());
        json.writeStringProperty("state", refund.state().name());
        writeFailure(json.writeName("failure"), refund.failure());
        json.writeStringProperty("attempt_id", refund.attempt().toString());
        json.writeStringProperty("channel", refund.channel());
        json.writeStringProperty("channel_account", refund.account().toString());
        json.writeStringProperty("channel_reference", refund.channelReference());
        json.writeStringProperty("channel_code", refund.channelCode());
        json.writeNumberProperty("version", refund.version());
        json.writeStringProperty("created_at", PaymentJson.time(refund.createdAt()));
        json.writeStringProperty("updated_at", PaymentJson.time(refund.updatedAt()));
        json.writeEndObject();
    }

    private static void writeFailure(JsonGenerator json, @Nullable Failure failure) {
        if (failure == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("code", failure.code());
        json.writeStringProperty("message", failure.message());
        json.writeEndObject();
    }

    private static String text(Consumer<JsonGenerator> writing) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            writing.accept(json);
        }
        return text.toString();
    }
}
