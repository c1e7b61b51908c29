package io.sluice.sandbox.simulators.wechat.wire;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.callback.CallbackSender;
import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Variant;
import io.sluice.sandbox.simulators.wechat.keys.ResourceCipher;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** The form in which callbacks and encrypted documents travel. */
public final class Envelope implements CallbackSender.Letters {
    private final Map<String, KnownMerchant> merchants;
    private final Signer signer;

    public Envelope(Map<String, KnownMerchant> merchants, Signer signer) {
        this.merchants = merchants;
        this.signer = signer;
    }

    @Override
    public CallbackSender.Letter write(Callback callback) {
        byte[] body = around(callback);
        var headers = new DefaultHttpHeaders();
        UnaryOperator<String> spoil = callback.variant() == Variant.PROBE ? Signer.PROBE : UnaryOperator.identity();
        signer.sign(headers, body, spoil);
        return new CallbackSender.Letter(headers, body);
    }

    /** The body of a callback, encrypted for its merchant. */
    private byte[] around(Callback callback) {
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

    public static ObjectNode resource(ResourceCipher.Sealed sealed) {
        return Json.MAPPER
                .createObjectNode()
                .put("algorithm", sealed.algorithm())
                .put("ciphertext", sealed.ciphertext())
                .put("associated_data", sealed.associatedData())
                .put("nonce", sealed.nonce());
    }
}
