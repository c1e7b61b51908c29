package io.sluice.core.card.r2dbc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with the installation's own key: equal for equal values, and of no use to whoever has the database alone. */
final class BlindIndex {

    private final byte[] key;

    BlindIndex(byte[] key) {
        this.key = key.clone();
    }

    byte[] of(String value) {
        return of(value.getBytes(StandardCharsets.UTF_8));
    }

    byte[] of(byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(value);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", impossible);
        }
    }
}
