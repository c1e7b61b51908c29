package io.sluice.core.payout.json;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PayoutId;
import io.sluice.core.json.StoredJson;
import io.sluice.core.json.Timestamps;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payout.model.Payee;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what {@link PayoutJson} wrote. */
public final class PayoutReader {

    private PayoutReader() {}

    /** The payout as it stood after an event; when it is due and how often it was inquired are not part of it. */
    public static Payout payoutOfEvent(String body) {
        JsonNode event = StoredJson.read(body);
        JsonNode node = event.get("data").get("payout");
        JsonNode payee = node.get("beneficiary");
        return new Payout(
                MerchantId.parse(string(event, "merchant_id")),
                PayoutId.parse(string(node, "id")),
                string(node, "merchant_payout_no"),
                Money.of(node.get("amount").longValue(), string(node, "currency")),
                new Payee(string(payee, "type"), string(payee, "masked")),
                string(node, "purpose"),
                ChannelAccountId.parse(string(node, "channel_account")),
                string(node, "channel"),
                PayoutState.valueOf(string(node, "state")),
                failure(node.get("failure")),
                stringOrNull(node, "channel_reference"),
                stringOrNull(node, "channel_code"),
                null,
                0,
                node.get("version").intValue(),
                Timestamps.instant(string(node, "created_at")),
                Timestamps.instant(string(node, "updated_at")));
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
