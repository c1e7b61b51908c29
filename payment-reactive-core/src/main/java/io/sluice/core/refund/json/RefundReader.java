package io.sluice.core.refund.json;

import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.RefundId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RefundState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link RefundJson} wrote. */
public final class RefundReader {

    private static final JsonMapper JSON = new JsonMapper();

    private RefundReader() {}

    /** The refund as it stood after an event; when it is due and how often it was inquired is not part of it. */
    public static Refund refundOfEvent(String body) {
        JsonNode event = JSON.readTree(body);
        JsonNode refund = event.get("data").get("refund");
        return new Refund(
                MerchantId.parse(string(event, "merchant_id")),
                RefundId.parse(string(refund, "id")),
                PaymentId.parse(string(refund, "payment_id")),
                AttemptId.parse(string(refund, "attempt_id")),
                ChannelAccountId.parse(string(refund, "channel_account")),
                string(refund, "channel"),
                Money.of(refund.get("amount").longValue(), string(refund, "currency")),
                stringOrNull(refund, "reason"),
                RefundState.valueOf(string(refund, "state")),
                failure(refund.get("failure")),
                stringOrNull(refund, "channel_reference"),
                stringOrNull(refund, "channel_code"),
                null,
                0,
                refund.get("version").intValue(),
                Instant.parse(string(refund, "created_at")),
                Instant.parse(string(refund, "updated_at")));
    }

    private static @Nullable Failure failure(JsonNode failure) {
        return failure.isNull() ? null : new Failure(string(failure, "code"), string(failure, "message"));
    }

    private static String string(JsonNode object, String name) {
        return object.get(name).stringValue();
    }

    private static @Nullable String stringOrNull(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value.isNull() ? null : value.stringValue();
    }
}
