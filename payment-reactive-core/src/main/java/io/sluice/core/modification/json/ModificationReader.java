package io.sluice.core.modification.json;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.json.StoredJson;
import io.sluice.core.json.Timestamps;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.Modification.Target;
import io.sluice.core.modification.model.ModificationState;
import io.sluice.core.modification.model.PublicName;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Failure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what {@link ModificationJson} wrote. */
public final class ModificationReader {

    private ModificationReader() {}

    /**
     * The modification as it stood after an event; when it is due, how often it was inquired and the channel's number of
     * what it modifies are not part of it.
     */
    public static Modification modificationOfEvent(String body) {
        JsonNode event = StoredJson.read(body);
        String type = string(event, "type");
        JsonNode node = event.get("data").get(type.substring(0, type.indexOf('.')));
        Money amount = Money.of(node.get("amount").longValue(), string(node, "currency"));
        ModificationId capture = capture(node);
        ModificationKind kind =
                kind(type, capture, event.at("/data/payment/capture_method").asString(""));
        return new Modification(
                MerchantId.parse(string(event, "merchant_id")),
                ModificationId.parse(PublicName.of(kind).prefix(), string(node, "id")),
                kind,
                PaymentId.parse(string(node, "payment_id")),
                AttemptId.parse(string(node, "attempt_id")),
                ChannelAccountId.parse(string(node, "channel_account")),
                string(node, "channel"),
                amount,
                new Target(capture, null, amount),
                amount.minor(),
                node.path("final").asBoolean(true),
                node.path("gives_back").asBoolean(false),
                stringOrNull(node, "reason"),
                ModificationState.valueOf(string(node, "state")),
                failure(node.get("failure")),
                stringOrNull(node, "channel_reference"),
                stringOrNull(node, "channel_code"),
                null,
                0,
                node.get("version").intValue(),
                Timestamps.instant(string(node, "created_at")),
                Timestamps.instant(string(node, "updated_at")));
    }

    private static ModificationKind kind(String type, @Nullable ModificationId capture, String captureMethod) {
        if (type.startsWith(PublicName.CAPTURE.word())) {
            return ModificationKind.CAPTURE;
        }
        if (type.startsWith(PublicName.REFUND.word())) {
            return ModificationKind.REFUND;
        }
        if (capture != null) {
            return ModificationKind.CAPTURE_VOID;
        }
        return captureMethod.equals("automatic") ? ModificationKind.CHARGE_VOID : ModificationKind.VOID;
    }

    private static @Nullable ModificationId capture(JsonNode node) {
        String id = stringOrNull(node, "capture_id");
        return id == null ? null : ModificationId.parse(PublicName.CAPTURE.prefix(), id);
    }

    private static @Nullable Failure failure(JsonNode failure) {
        return failure.isNull() ? null : new Failure(string(failure, "code"), string(failure, "message"));
    }

    private static String string(JsonNode object, String name) {
        return object.get(name).stringValue();
    }

    private static @Nullable String stringOrNull(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value.stringValue();
    }
}
