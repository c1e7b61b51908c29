package io.sluice.perf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs payments as the sandbox's demo merchant, from nothing but the files that the sandbox leaves. */
final class Signer {

    private static final String COVERED =
            "(\"@method\" \"@authority\" \"@path\" \"content-digest\" \"idempotency-key\")";

    private final String authority;
    private final String keyId;
    private final PrivateKey key;

    private Signer(String authority, String keyId, PrivateKey key) {
        this.authority = authority;
        this.keyId = keyId;
        this.key = key;
    }

    /** @param folder the sandbox's {@code demo} folder */
    static Signer of(Path folder, String authority) throws IOException, GeneralSecurityException {
        String pem = Files.readString(folder.resolve("private-key.pem"))
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        Matcher keyId = Pattern.compile("\"keyId\"\\s*:\\s*\"([^\"]+)\"")
                .matcher(Files.readString(folder.resolve("merchant.json")));
        if (!keyId.find()) {
            throw new IOException("there is no keyId in " + folder.resolve("merchant.json"));
        }
        PrivateKey key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        return new Signer(authority, keyId.group(1), key);
    }

    /** The header fields of a new payment with this body. */
    Map<String, Object> headers(String body) {
        String idempotencyKey = UUID.randomUUID().toString();
        String digest = "sha-256=:" + base64(sha256(body)) + ":";
        String parameters = COVERED + ";created=" + Instant.now().getEpochSecond() + ";nonce=\"" + UUID.randomUUID()
                + "\";keyid=\"" + keyId + "\";tag=\"sluice\"";
        String base = "\"@method\": POST\n\"@authority\": " + authority
                + "\n\"@path\": /v1/payments\n\"content-digest\": " + digest + "\n\"idempotency-key\": "
                + idempotencyKey + "\n\"@signature-params\": " + parameters;
        return Map.of(
                "idempotency",
                idempotencyKey,
                "digest",
                digest,
                "input",
                "sluice=" + parameters,
                "signature",
                "sluice=:" + base64(sign(base)) + ":");
    }

    private byte[] sign(String base) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(base.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
