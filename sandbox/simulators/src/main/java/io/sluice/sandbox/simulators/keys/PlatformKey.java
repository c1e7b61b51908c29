package io.sluice.sandbox.simulators.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Base64;

/** A key of the channel itself, with the certificate by which merchants know it. */
public final class PlatformKey {
    private final Kept kept;
    private final PrivateKey privateKey;

    record Kept(String serial, String certificatePem, String privateKeyPem, Instant from, Instant until) {}

    PlatformKey(Kept kept) {
        this.kept = kept;
        try {
            this.privateKey = Pem.privateKey(kept.privateKeyPem());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The kept platform key " + kept.serial() + " is unreadable", broken);
        }
    }

    static Kept make(Instant now) {
        var pair = KeyPairs.generate();
        String serial = KeyPairs.serial();
        var certificate = KeyPairs.certify(pair, serial, "channel simulator", now);
        try {
            return new Kept(
                    serial,
                    Pem.write("CERTIFICATE", certificate.getEncoded()),
                    Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A certificate just made must have an encoding", impossible);
        }
    }

    public String serial() {
        return kept.serial();
    }

    public String certificatePem() {
        return kept.certificatePem();
    }

    /** X.509 SubjectPublicKeyInfo in base64, for merchants who know the key without a certificate. */
    public String publicKeyBase64() {
        try (var pem = new ByteArrayInputStream(kept.certificatePem().getBytes(StandardCharsets.US_ASCII))) {
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            return Base64.getEncoder().encodeToString(certificate.getPublicKey().getEncoded());
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("The kept certificate " + kept.serial() + " is unreadable", broken);
        }
    }

    public Instant from() {
        return kept.from();
    }

    public Instant until() {
        return kept.until();
    }

    /** Loads whatever signing needs. Slow and blocking: not for event loops. */
    void warmUp() {
        String signature = sign(new byte[0]);
        if (signature.isEmpty()) {
            throw new IllegalStateException("The platform key " + serial() + " cannot sign");
        }
    }

    /** SHA256withRSA in base64. May block on the system's randomness: not for event loops. */
    public String sign(byte[] message) {
        try {
            Signature signature = RsaProvider.signature();
            signature.initSign(privateKey);
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA256withRSA", impossible);
        }
    }
}
