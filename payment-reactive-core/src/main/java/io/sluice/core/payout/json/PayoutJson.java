package io.sluice.core.payout.json;

import io.sluice.core.id.EventId;
import io.sluice.core.json.JsonText;
import io.sluice.core.json.Timestamps;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes payouts and the bodies of their events, in the manner of {@link PaymentJson}. Of the beneficiary they say what everyone may see. */
public final class PayoutJson {

    private PayoutJson() {}

    public static String text(Payout payout) {
        return JsonText.of(json -> write(json, payout));
    }

    /** The body of the event that {@code change} is, byte for byte as everyone will see it. */
    public static String eventBody(EventId id, PayoutChange change) {
        Payout payout = change.after();
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("id", id.toString());
            json.writeStringProperty("type", change.type());
            json.writeStringProperty("created_at", Timestamps.text(payout.updatedAt()));
            json.writeStringProperty("merchant_id", payout.merchantId().toString());
            json.writeStringProperty("payout_id", payout.id().toString());
            json.writeNumberProperty("sequence", payout.version());
            json.writeObjectPropertyStart("data").writeName("payout");
            write(json, payout);
            json.writeEndObject().writeEndObject();
        });
    }

    /** Writes one where the generator stands, for answers that hold one or several. */
    public static void write(JsonGenerator json, Payout payout) {
        json.writeStartObject();
        json.writeStringProperty("id", payout.id().toString());
        json.writeStringProperty("merchant_payout_no", payout.merchantPayoutNo());
        json.writeNumberProperty("amount", payout.amount().minor());
        json.writeStringProperty("currency", payout.amount().currency().getCurrencyCode());
        json.writeObjectPropertyStart("beneficiary");
        json.writeStringProperty("type", payout.payee().type());
        json.writeStringProperty("masked", payout.payee().masked());
        json.writeEndObject();
        json.writeStringProperty("purpose", payout.purpose());
        json.writeStringProperty("state", payout.state().name());
        writeFailure(json.writeName("failure"), payout.failure());
        json.writeStringProperty("channel", payout.channel());
        json.writeStringProperty("channel_account", payout.account().toString());
        json.writeStringProperty("channel_reference", payout.channelReference());
        json.writeStringProperty("channel_code", payout.channelCode());
        json.writeNumberProperty("version", payout.version());
        json.writeStringProperty("created_at", Timestamps.text(payout.createdAt()));
        json.writeStringProperty("updated_at", Timestamps.text(payout.updatedAt()));
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
}
