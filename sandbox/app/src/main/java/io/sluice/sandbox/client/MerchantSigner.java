package io.sluice.sandbox.client;

import io.sluice.edge.signature.key.SigningKey;
import io.sluice.edge.signature.key.SigningKeys;
import io.sluice.edge.signature.model.FieldValues;
import io.sluice.edge.signature.model.RequestToVerify;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.SignatureDraft;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signs requests as the owner of one key. Safe for any thread. */
public final class MerchantSigner {
    private static final SecureRandom NONCES = new SecureRandom();
    private static final int NONCE_BYTES = 16;

    private final String origin;
    private final String keyId;
    private final SigningKey key;

    /** @param origin scheme, host and port of the edge */
    public MerchantSigner(String origin, String keyId, SignatureAlgorithm algorithm, String privateKey) {
        this.origin = origin;
        this.keyId = keyId;
        this.key = SigningKeys.parse(algorithm, privateKey);
    }

    /**
     * Signs a request made now.
     *
     * @param target path and query as they will be sent
     * @param headers further header fields; an Idempotency-Key among them is signed too
     * @param body empty when there is none
     */
    public SignedRequest sign(String method, String target, Map<String, String> headers, String body) {
        SignatureDraft draft = SignatureDraft.of(request(method, target, headers, body), keyId, Instant.now(), nonce());
        Map<String, String> all = new LinkedHashMap<>();
        if (!body.isEmpty()) {
            all.put("Content-Type", "application/json");
        }
        all.putAll(headers);
        all.putAll(draft.signedWith(key.sign(draft.base())).asMap());
        return new SignedRequest(method, origin, target, all, body, draft.baseText());
    }

    private RequestToVerify request(String method, String target, Map<String, String> headers, String body) {
        URI uri = URI.create(origin + target);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        headers.forEach((name, value) -> fields.put(name, List.of(value)));
        return new RequestToVerify(
                method,
                uri.getScheme(),
                uri.getAuthority(),
                uri.getRawPath(),
                uri.getRawQuery(),
                FieldValues.of(fields),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        NONCES.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }
}
