package io.sluice.channels.walk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** With it the wallet and its merchant sign what they say to each other: HMAC-SHA256 in hexadecimal. */
final class SharedSecret {
    static final String HEADER = "signature";

    private final SecretKeySpec key;

    SharedSecret(String text) {
        if (text.length() < 32) {
            throw new IllegalArgumentException("must have at least 32 characters");
        }
        this.key = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    String sign(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    /** In a time that does not tell how much of it is right. */
    boolean verifies(byte[] message, String signature) {
        return MessageDigest.isEqual(
                sign(message).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
