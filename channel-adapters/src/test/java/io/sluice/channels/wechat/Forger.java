package io.sluice.channels.wechat;

import io.sluice.core.channel.RawCallback;
import io.sluice.sandbox.simulators.keys.Nonces;
import io.sluice.sandbox.simulators.keys.PlatformKey;
import io.sluice.sandbox.simulators.keys.PlatformKeys;
import io.sluice.sandbox.simulators.wechat.keys.ResourceCipher;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes callbacks with the simulator's own key, so that each part of them can be wrong under a right signature. */
final class Forger {

    private final PlatformKey key =
            new PlatformKeys(Simulator.FOLDER.resolve("keys"), InstantSource.system()).signing();
    private final ResourceCipher cipher =
            new ResourceCipher(Simulator.merchant().apiV3Key());

    /** A notice with this document inside. */
    String envelope(String eventType, String document) {
        var sealed = cipher.seal(document, "transaction");
        return """
                {"id":"%s","event_type":"%s","resource_type":"encrypt-resource","resource":{"algorithm":"%s",\
                "ciphertext":"%s","associated_data":"transaction","nonce":"%s"}}""".formatted(Nonces.next(), eventType, sealed.algorithm(), sealed.ciphertext(), sealed.nonce());
    }

    String paid(String mchid, String appid, String number, String amount) {
        return """
                {"mchid":"%s","appid":"%s","out_trade_no":"%s","trade_state":"SUCCESS","transaction_id":"4200",\
                "amount":%s}""".formatted(mchid, appid, number, amount);
    }

    RawCallback signed(String body) {
        return signed(body, Instant.now());
    }

    RawCallback signed(String body, Instant signedAt) {
        String timestamp = Long.toString(signedAt.getEpochSecond());
        String nonce = Nonces.next();
        String signature = key.sign((timestamp + "\n" + nonce + "\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
        Map<String, List<String>> headers = new HashMap<>(Map.of(
                "wechatpay-timestamp", List.of(timestamp),
                "wechatpay-nonce", List.of(nonce),
                "wechatpay-serial", List.of(key.serial()),
                "wechatpay-signature", List.of(signature)));
        return new RawCallback(headers, body.getBytes(StandardCharsets.UTF_8), Instant.now());
    }

    static RawCallback withHeader(RawCallback callback, String name, String value) {
        Map<String, List<String>> headers = new HashMap<>(callback.headers());
        headers.put(name, List.of(value));
        return new RawCallback(headers, callback.body(), callback.receivedAt());
    }
}
