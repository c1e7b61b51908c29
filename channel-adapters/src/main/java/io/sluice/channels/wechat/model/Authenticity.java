package io.sluice.channels.wechat.model;

import io.sluice.channels.model.PlatformKey;
import java.time.Instant;

/** Whether the channel itself said something, and just now. */
public sealed interface Authenticity {

    record Authentic() implements Authenticity {}

    /** Signed by a key that is not known here, perhaps not yet. */
    record KeyUnknown(String serial) implements Authenticity {}

    /** @param code {@code signature_missing}, {@code stale} or {@code signature_invalid} */
    record Refused(String code, String reason) implements Authenticity {}

    /**
     * Judges an answer or a callback. The channel's probes, whose signatures begin with {@code WECHATPAY/SIGNTEST/}, need
     * no rule of their own: they are no signatures.
     */
    static Authenticity judge(SignatureHeaders headers, byte[] body, PlatformKeys keys, Instant now) {
        if (!headers.complete()) {
            return new Refused(
                    "signature_missing", "each of Wechatpay-Timestamp, -Nonce, -Serial, -Signature is needed");
        }
        if (!headers.freshAt(now)) {
            return new Refused("stale", "Wechatpay-Timestamp must be Unix seconds less than 5 minutes from now");
        }
        PlatformKey key = keys.key(headers.serial());
        if (key == null) {
            return new KeyUnknown(headers.serial());
        }
        return key.verifies(StringToSign.answer(headers.timestamp(), headers.nonce(), body), headers.signature())
                ? new Authentic()
                : new Refused("signature_invalid", "Wechatpay-Signature does not match timestamp, nonce and body");
    }
}
