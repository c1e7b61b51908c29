package io.sluice.compare.stub;

import io.sluice.channels.crypto.RsaPublicKey;
import io.sluice.channels.http.Json;
import io.sluice.channels.http.UnreadableException;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.money.Money;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * How the stub calls back: JSON that says that an order was paid, signed like most wallets' with SHA256withRSA over the
 * body, in base64 in a header.
 */
public final class StubNotice {
    /** Lower-cased, as callbacks' headers are read. */
    public static final String SIGNATURE = "stub-signature";

    private StubNotice() {}

    /** The body for an order of the comparison's usual amount. */
    public static byte[] paid(String number, long minor) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", "notice-" + number)
                .put("number", number)
                .put("reference", "stub-" + number)
                .put("amount", minor)
                .put("currency", "CNY")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static CallbackReading read(RawCallback callback, RsaPublicKey key) {
        if (!key.verifies(callback.body(), callback.header(SIGNATURE))) {
            return new Refused("callback_signature_invalid", SIGNATURE + " does not match the body");
        }
        try {
            JsonNode notice = Json.object(callback.body());
            return new Authentic(
                    Json.required(notice, "id"),
                    Json.required(notice, "number"),
                    new Approved(
                            Money.of(notice.path("amount").asLong(), Json.required(notice, "currency")),
                            Json.required(notice, "reference")));
        } catch (UnreadableException | IllegalArgumentException unreadable) {
            return new Refused("callback_unreadable", String.valueOf(unreadable.getMessage()));
        }
    }
}
