package io.sluice.core.modification.json;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.EventId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.json.JsonText;
import io.sluice.core.json.Timestamps;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationChange;
import io.sluice.core.modification.model.PublicName;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.Payment;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes captures, voids and refunds and the bodies of their events, in the manner of {@link PaymentJson}. */
public final class ModificationJson {

    private ModificationJson() {}

    public static String text(Modification modification) {
        return JsonText.of(json -> write(json, modification));
    }

    /** The body of the event that {@code change} is, byte for byte as everyone will see it. */
    public static String eventBody(EventId id, ModificationChange change) {
        Payment payment = change.payment();
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("id", id.toString());
            json.writeStringProperty("type", change.type());
            json.writeStringProperty("created_at", Timestamps.text(payment.updatedAt()));
            json.writeStringProperty("merchant_id", payment.merchantId().toString());
            json.writeStringProperty("payment_id", payment.id().toString());
            json.writeNumberProperty("sequence", payment.version());
            json.writeObjectPropertyStart("data")
                    .writeName(PublicName.of(change.after().kind()).word());
            write(json, change.after());
            json.writeName("payment");
            PaymentJson.write(json, payment);
            json.writeEndObject().writeEndObject();
        });
    }

    /** Writes one where the generator stands, for answers that hold one or several. */
    public static void write(JsonGenerator json, Modification modification) {
        json.writeStartObject();
        json.writeStringProperty("id", modification.publicId());
        json.writeStringProperty("payment_id", modification.paymentId().toString());
        json.writeNumberProperty("amount", modification.amount().minor());
        json.writeStringProperty("currency", modification.amount().currency().getCurrencyCode());
        writeKind(json, modification);
        json.writeStringProperty("state", modification.state().name());
        writeFailure(json.writeName("failure"), modification.failure());
        json.writeStringProperty("attempt_id", modification.attempt().toString());
        json.writeStringProperty("channel", modification.channel());
        json.writeStringProperty("channel_account", modification.account().toString());
        json.writeStringProperty("channel_reference", modification.channelReference());
        json.writeStringProperty("channel_code", modification.channelCode());
        json.writeNumberProperty("version", modification.version());
        json.writeStringProperty("created_at", Timestamps.text(modification.createdAt()));
        json.writeStringProperty("updated_at", Timestamps.text(modification.updatedAt()));
        json.writeEndObject();
    }

    /** What only some kinds have. */
    private static void writeKind(JsonGenerator json, Modification modification) {
        ModificationId capture = modification.target().capture();
        if (modification.kind() == ModificationKind.CAPTURE) {
            json.writeName("final").writeBoolean(modification.last());
        } else {
            json.writeStringProperty(
                    "capture_id", capture == null ? null : capture.prefixed(PublicName.CAPTURE.prefix()));
        }
        if (modification.kind() == ModificationKind.REFUND) {
            json.writeName("gives_back").writeBoolean(modification.givesBack());
            json.writeStringProperty("reason", modification.reason());
        }
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
}
