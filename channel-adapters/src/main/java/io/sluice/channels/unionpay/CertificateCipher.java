package io.sluice.channels.unionpay;

import io.sluice.channels.unionpay.model.SensitiveCipher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.crypto.Cipher;

/** Encrypts under the RSA key of the certificate that UnionPay publishes for this. */
final class CertificateCipher implements SensitiveCipher {

    private static final String RSA = "RSA/ECB/PKCS1Padding";

    private final String certificateId;
    private final PublicKey key;

    private CertificateCipher(String certificateId, PublicKey key) {
        this.certificateId = certificateId;
        this.key = key;
    }

    /** @throws IllegalArgumentException when the certificate's key is not RSA */
    static CertificateCipher of(X509Certificate certificate) {
        if (!certificate.getPublicKey().getAlgorithm().equals("RSA")) {
            throw new IllegalArgumentException("must be the certificate of an RSA key");
        }
        return new CertificateCipher(certificate.getSerialNumber().toString(), certificate.getPublicKey());
    }

    /** Finds the algorithm, which is not for event loops the first time. */
    static void warmUp() {
        cipher();
    }

    @Override
    public String certificateId() {
        return certificateId;
    }

    @Override
    public String encrypted(String text) {
        try {
            Cipher cipher = cipher();
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a field does not fit the key of certificate " + certificateId, impossible);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance(RSA);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + RSA, impossible);
        }
    }
}
