package io.sluice.edge.management;

import io.sluice.core.merchant.model.KeyProfile;
import io.sluice.core.merchant.model.NewKey;
import io.sluice.edge.json.JsonAnswer;
import io.sluice.edge.json.JsonFields;
import io.sluice.edge.json.StrictJson;
import io.sluice.edge.signature.key.KeyGeneration;
import io.sluice.edge.signature.key.UnusableKeyException;
import io.sluice.edge.signature.key.VerificationKeys;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys as operators write and read them. */
final class KeyDocuments {

    private static final int MAX_KEY = 16 * 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyDocuments() {}

    /** @param madeSecret the shared secret when we made it; shown once */
    record AskedKey(NewKey key, @Nullable String madeSecret) {

        @Override
        public String toString() {
            return "AskedKey[" + key + "]";
        }
    }

    static AskedKey register(byte[] body, Instant now) {
        JsonFields fields = StrictJson.object(body);
        SignatureAlgorithm algorithm = algorithm(fields);
        String field = algorithm == SignatureAlgorithm.HMAC_SHA256 ? "secret" : "public_key";
        Optional<String> given = fields.optionalLines(field, MAX_KEY);
        String text = given.orElseGet(() -> made(fields, field, algorithm));
        NewKey key = new NewKey(
                fields.optionalText("key_id", 1, 100).orElseGet(KeyDocuments::newKeyId),
                algorithm.wireName(),
                material(fields, field, algorithm, text),
                time(fields, "not_before").orElse(now),
                time(fields, "not_after").orElse(null),
                MerchantDocuments.rateLimit(fields).orElse(null));
        fields.done();
        return new AskedKey(key, given.isPresent() ? null : text);
    }

    static Map<String, @Nullable Object> registered(KeyProfile key, AskedKey asked) {
        Map<String, @Nullable Object> document = shown(key);
        if (asked.madeSecret() != null) {
            document.put("secret", asked.madeSecret());
        }
        return document;
    }

    static Map<String, @Nullable Object> shown(KeyProfile key) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("key_id", key.keyId());
        document.put("algorithm", key.algorithm());
        document.put("public_key", key.publicKey());
        document.put("secret", key.publicKey() == null ? "set" : null);
        document.put("not_before", JsonAnswer.time(key.notBefore()));
        document.put("not_after", JsonAnswer.time(key.notAfter()));
        document.put("revoked_at", JsonAnswer.time(key.revokedAt()));
        document.put("rate_limit", key.rateLimit() == null ? null : MerchantDocuments.shown(key.rateLimit()));
        document.put("created_at", JsonAnswer.time(key.createdAt()));
        return document;
    }

    private static SignatureAlgorithm algorithm(JsonFields fields) {
        return SignatureAlgorithm.named(fields.text("algorithm", 1, 40))
                .orElseThrow(() -> fields.invalid(
                        "algorithm",
                        "must be one of "
                                + Arrays.stream(SignatureAlgorithm.values())
                                        .map(SignatureAlgorithm::wireName)
                                        .toList()));
    }

    /** Only a shared secret can be made here: a private key must never have left its merchant. */
    private static String made(JsonFields fields, String field, SignatureAlgorithm algorithm) {
        if (algorithm != SignatureAlgorithm.HMAC_SHA256) {
            throw fields.invalid(field, "is required for " + algorithm.wireName() + ": PEM, or base64 of its DER");
        }
        return KeyGeneration.generate(algorithm).verificationText();
    }

    private static byte[] material(JsonFields fields, String field, SignatureAlgorithm algorithm, String text) {
        try {
            return VerificationKeys.material(algorithm, text);
        } catch (UnusableKeyException e) {
            throw fields.invalid(
                    field, "cannot be used. " + String.valueOf(e.getMessage()).replaceAll("\\.$", ""));
        }
    }

    private static Optional<Instant> time(JsonFields fields, String name) {
        return fields.optionalText(name, 1, 40).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw fields.invalid(name, "must be a time such as 2026-01-31T12:00:00Z");
            }
        });
    }

    private static String newKeyId() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return "key_" + HexFormat.of().formatHex(random);
    }
}
