package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.wechat.keys.ResourceCipher;
import io.sluice.sandbox.simulators.wechat.model.Callback;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The form in which encrypted documents travel. */
final class Envelope {
    private final Map<String, KnownMerchant> merchants;

    Envelope(Map<String, KnownMerchant> merchants) {
        this.merchants = merchants;
    }

    /** The body of a callback, encrypted for its merchant. */
    byte[] around(Callback callback) {
        KnownMerchant merchant = merchants.get(callback.mchid());
        if (merchant == null) {
            throw new IllegalStateException(
                    "Merchant " + callback.mchid() + " has callbacks left but is not configured");
        }
        ObjectNode body = Json.MAPPER
                .createObjectNode()
                .put("id", callback.id())
                .put("create_time", Documents.time(callback.createdAt()))
                .put("event_type", callback.eventType())
                .put("resource_type", "encrypt-resource")
                .put("summary", callback.eventType().startsWith("REFUND") ? "refund" : "payment succeeded");
        body.set(
                "resource",
                resource(merchant.cipher().seal(callback.document(), callback.originalType()))
                        .put("original_type", callback.originalType()));
        return Json.MAPPER.writeValueAsBytes(body);
    }

    static ObjectNode resource(ResourceCipher.Sealed sealed) {
        return Json.MAPPER
                .createObjectNode()
                .put("algorithm", sealed.algorithm())
                .put("ciphertext", sealed.ciphertext())
                .put("associated_data", sealed.associatedData())
                .put("nonce", sealed.nonce());
    }
}
