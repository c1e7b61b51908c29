package io.sluice.perf.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as one merchant with hmac-sha256, the cheapest there is: the generator shares its machine. */
public final class Merchant {
    private static final String HMAC = "HmacSHA256";

    private final String authority;
    private final String keyId;
    /** Ready to sign; each signature takes a copy. */
    private final Mac ready;

    private Merchant(String authority, String keyId, byte[] secret) {
        this.authority = authority;
        this.keyId = keyId;
        this.ready = mac(secret);
    }

    /** All merchants of the run, the first one first. */
    public static List<Merchant> all() {
        Path file = Settings.keys();
        String authority = Settings.edge().replaceFirst("^https?://", "");
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" ", -1))
                    .map(words -> new Merchant(
                            authority, words[0], Base64.getDecoder().decode(words[1])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the merchants' keys in " + file, e);
        }
    }

    /** A call with a body and an idempotency key of its own. */
    public SignedCall post(String target, String body) {
        String key = UUID.randomUUID().toString();
        String digest = "sha-256=:" + base64(sha256(body)) + ":";
        return signed("POST", target, body, key, digest);
    }

    /** A call without a body. */
    public SignedCall call(String method, String target) {
        return signed(method, target, "", "", "");
    }

    private SignedCall signed(String method, String target, String body, String idempotencyKey, String digest) {
        var covered = new StringBuilder("(\"@method\" \"@authority\" \"@path\"");
        int query = target.indexOf('?');
        var base = new StringBuilder("\"@method\": ")
                .append(method)
                .append("\n\"@authority\": ")
                .append(authority)
                .append("\n\"@path\": ")
                .append(query < 0 ? target : target.substring(0, query))
                .append('\n');
        cover(covered, base, "@query", query < 0 ? "" : target.substring(query));
        cover(covered, base, "content-digest", digest);
        cover(covered, base, "idempotency-key", idempotencyKey);
        String parameters = covered.append(");created=")
                .append(Instant.now().getEpochSecond())
                .append(";nonce=\"")
                .append(UUID.randomUUID())
                .append("\";keyid=\"")
                .append(keyId)
                .append("\";tag=\"sluice\"")
                .toString();
        base.append("\"@signature-params\": ").append(parameters);
        byte[] signature = sign(base.toString());
        return new SignedCall(
                target, body, idempotencyKey, digest, "sluice=" + parameters, "sluice=:" + base64(signature) + ":");
    }

    private static void cover(StringBuilder covered, StringBuilder base, String component, String value) {
        if (!value.isEmpty()) {
            covered.append(" \"").append(component).append('"');
            base.append('"').append(component).append("\": ").append(value).append('\n');
        }
    }

    private byte[] sign(String base) {
        try {
            return ((Mac) ready.clone()).doFinal(base.getBytes(StandardCharsets.US_ASCII));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's " + HMAC + " can be copied", e);
        }
    }

    private static Mac mac(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static byte[] sha256(String body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
