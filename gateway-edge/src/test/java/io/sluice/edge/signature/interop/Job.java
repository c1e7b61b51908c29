package io.sluice.edge.signature.interop;

import io.sluice.edge.signature.Requests;
import io.sluice.edge.signature.TestKeys;
import io.sluice.edge.signature.model.RequestToVerify;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a client is asked to do: sign a request, or verify a signed one. */
record Job(String action, Request request, Key key, List<String> components, Parameters parameters) {

    static final String KEY_ID = "interop-key";

    private static final List<String> FIELDS =
            List.of("content-digest", "idempotency-key", "signature-input", "signature");

    record Request(String method, String url, Map<String, String> headers, String body) {}

    record Key(String id, String algorithm, String text) {}

    record Parameters(long created, String nonce, String alg, String tag) {}

    static Job sign(RequestToVerify request, SignatureAlgorithm algorithm, List<String> components, long created) {
        Parameters parameters = new Parameters(created, "nonce-0123456789abcdef", algorithm.wireName(), "sluice");
        return new Job(
                "sign",
                wire(request),
                new Key(KEY_ID, algorithm.wireName(), TestKeys.text(algorithm).signingText()),
                components,
                parameters);
    }

    static Job verify(RequestToVerify signed, SignatureAlgorithm algorithm) {
        return new Job(
                "verify",
                wire(signed),
                new Key(KEY_ID, algorithm.wireName(), TestKeys.text(algorithm).verificationText()),
                List.of(),
                new Parameters(0, "", "", ""));
    }

    private static Request wire(RequestToVerify request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String field : FIELDS) {
            request.fields().of(field).forEach(value -> headers.put(field, value));
        }
        String query = request.rawQuery() == null ? "" : "?" + request.rawQuery();
        return new Request(
                request.method(),
                "https://" + Requests.AUTHORITY + request.rawPath() + query,
                headers,
                new String(request.body(), StandardCharsets.UTF_8));
    }
}
