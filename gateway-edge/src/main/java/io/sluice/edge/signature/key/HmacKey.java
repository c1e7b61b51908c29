package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.VerificationKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A shared secret, which signs and verifies alike. The JDK's HMAC is as fast as any native one. */
final class HmacKey implements VerificationKey, SigningKey {

    private static final int MIN_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final SecretKey secret;

    HmacKey(byte[] secret) {
        if (secret.length < MIN_BYTES) {
            throw new UnusableKeyException("The shared secret has " + secret.length + " bytes; at least " + MIN_BYTES
                    + " random bytes are needed, written in base64.");
        }
        this.secret = new SecretKeySpec(secret, HMAC);
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.HMAC_SHA256;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        return MessageDigest.isEqual(sign(message), signature);
    }
}
