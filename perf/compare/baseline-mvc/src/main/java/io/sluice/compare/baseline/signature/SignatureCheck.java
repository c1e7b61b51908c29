package io.sluice.compare.baseline.signature;

import io.sluice.compare.baseline.Settings;
import io.sluice.compare.baseline.outside.Nonces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Believes a request when the merchant signed this body, lately, and it was not seen before. */
@Component
public final class SignatureCheck {
    private static final long MOST_SKEW_SECONDS = 300;

    private final String keyId;
    private final PublicKey key;
    private final Nonces nonces;

    SignatureCheck(Settings settings, Nonces nonces) throws IOException, GeneralSecurityException {
        this.keyId = settings.keyId();
        this.key = read(Files.readString(settings.publicKey()));
        this.nonces = nonces;
    }

    /** @throws RefusedException naming what is wrong */
    public void require(HttpHeaders headers, String path, byte[] body) {
        SignedMessage message = SignedMessage.of(headers, path);
        requireDigest(headers, body);
        require(message.keyId().equals(keyId), "the key is not known");
        require(
                Math.abs(Instant.now().getEpochSecond() - message.created()) <= MOST_SKEW_SECONDS,
                "the signature is not fresh");
        require(verifies(message), "the signature does not verify");
        require(nonces.isNew(keyId + ':' + message.nonce()), "the request was seen before");
    }

    private static void requireDigest(HttpHeaders headers, byte[] body) {
        String expected = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(body)) + ':';
        require(expected.equals(headers.getFirst("Content-Digest")), "the digest is of another body");
    }

    private boolean verifies(SignedMessage message) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(message.base().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(message.signature()));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** SHA-256, which every JDK has. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new RefusedException(otherwise);
        }
    }

    private static PublicKey read(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
