package io.sluice.channels.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key with which a merchant signs. */
public final class MerchantKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final PrivateKey key;

    private MerchantKey(PrivateKey key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException when it is not an RSA key in unencrypted PKCS#8 PEM; the message shows no part of it */
    public static MerchantKey ofPem(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("must be PKCS#8 PEM that begins with " + BEGIN
                    + "; `openssl pkcs8 -topk8 -nocrypt` converts other forms");
        }
        return of(pem.substring(begin + BEGIN.length(), end));
    }

    /** The same, where a text without a frame is the base64 that stands within one. */
    public static MerchantKey ofPemOrBase64(String text) {
        return text.startsWith("-----") ? ofPem(text) : of(text);
    }

    private static MerchantKey of(String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return new MerchantKey(CryptoProviders.rsaKeys().generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            // Without the cause: it might quote the key.
            throw new IllegalArgumentException("must hold an RSA private key");
        }
    }

    /** SHA256withRSA in base64. A fifth of a millisecond of computing, half a millisecond where the JDK computes. */
    public String sign(byte[] message) {
        try {
            Signature signature = CryptoProviders.sha256WithRsa();
            signature.initSign(key);
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an RSA key that was read before does not sign", impossible);
        }
    }
}
