package io.sluice.sandbox.payout;

import io.sluice.sandbox.place.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A payout to be made.
 *
 * @param payoutNo the merchant's own number, and the Idempotency-Key
 * @param outcome what the simulator plays with it; null for what is usual
 */
public record PayoutOrder(
        String payoutNo,
        long amountMinor,
        String currency,
        String card,
        String name,
        @Nullable String outcome) {

    /** A card that exists nowhere. */
    public static final String CARD = "6216261000000000018";

    /** To a made-up person, in CNY. */
    public static PayoutOrder of(long amountMinor, @Nullable String outcome) {
        return new PayoutOrder("payout-" + UUID.randomUUID(), amountMinor, "CNY", CARD, "Zhang San", outcome);
    }

    public JsonNode body() {
        var body = Json.object()
                .put("merchant_payout_no", payoutNo)
                .put("amount", amountMinor)
                .put("currency", currency)
                .put("purpose", outcome == null ? "salary" : "outcome=" + outcome);
        body.putObject("beneficiary")
                .put("type", "bank_card")
                .put("number", card)
                .put("name", name);
        return body;
    }
}
