package io.sluice.sandbox.simulators.wechat.wire;

import io.netty.handler.codec.http.HttpHeaders;
import io.sluice.sandbox.simulators.keys.Nonces;
import io.sluice.sandbox.simulators.keys.PlatformKey;
import io.sluice.sandbox.simulators.keys.PlatformKeys;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** Signs what the channel says, in answers and in callbacks alike. Not for event loops. */
public final class Signer {
    private static final String PROBE_MARK = "WECHATPAY/SIGNTEST/";

    /** Readable base64 that cannot be right: it finds out merchants who do not check. */
    static final UnaryOperator<String> PROBE = signature -> PROBE_MARK + signature.substring(PROBE_MARK.length());

    /** A signature of the right form that is wrong. */
    static final UnaryOperator<String> FORGED =
            signature -> new StringBuilder(signature.substring(0, 342)).reverse() + signature.substring(342);

    private final PlatformKeys keys;
    private final InstantSource clock;

    public Signer(PlatformKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Adds the four headers for the body; {@code spoil} makes of the right signature the one that is sent. */
    public void sign(HttpHeaders headers, byte[] body, UnaryOperator<String> spoil) {
        PlatformKey key = keys.signing();
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = Nonces.next();
        headers.set("Wechatpay-Timestamp", timestamp)
                .set("Wechatpay-Nonce", nonce)
                .set("Wechatpay-Serial", key.serial())
                .set("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048")
                .set("Wechatpay-Signature", spoil.apply(key.sign(message(timestamp, nonce, body))));
    }

    private static byte[] message(String timestamp, String nonce, byte[] body) {
        byte[] head = (timestamp + '\n' + nonce + '\n').getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[head.length + body.length + 1];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        message[message.length - 1] = '\n';
        return message;
    }
}
