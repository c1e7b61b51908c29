package io.sluice.edge.signature;

import io.sluice.edge.signature.model.FieldValues;
import io.sluice.edge.signature.model.RequestToVerify;
import io.sluice.edge.signature.model.SignatureHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests to sign and verify; the method of a request never matters beyond what its signature says. */
public final class Requests {

    public static final String IDEMPOTENCY_KEY = "order-7Q3F";

    /** The authority as it is signed: in lower case, without the default port. */
    public static final String AUTHORITY = "gateway.example";

    private Requests() {}

    /** A payment being created, unsigned. */
    public static RequestToVerify payment() {
        return request("POST", "/v1/payments", null, Map.of("idempotency-key", IDEMPOTENCY_KEY), "{\"amount\":1500}");
    }

    /** A payment being looked up, unsigned. */
    public static RequestToVerify lookup() {
        return request("GET", "/v1/payments", "merchant_order_no=A%2f1&limit=2", Map.of(), "");
    }

    public static RequestToVerify request(
            String method, String path, @Nullable String query, Map<String, String> fields, String body) {
        Map<String, List<String>> lines = new HashMap<>();
        fields.forEach((name, value) -> lines.put(name, List.of(value)));
        return new RequestToVerify(
                method,
                "https",
                "Gateway.Example:443",
                path,
                query,
                FieldValues.of(lines),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same request with further header fields, which replace those of the same name. */
    public static RequestToVerify with(RequestToVerify request, Map<String, String> fields) {
        Map<String, List<String>> lines = new HashMap<>();
        fields.forEach((name, value) -> lines.put(name, List.of(value)));
        FieldValues added = FieldValues.of(lines);
        return withFields(
                request,
                name -> added.has(name) ? added.of(name) : request.fields().of(name));
    }

    public static RequestToVerify with(RequestToVerify request, SignatureHeaders headers) {
        return with(request, headers.asMap());
    }

    public static RequestToVerify without(RequestToVerify request, String field) {
        return withFields(
                request,
                name -> name.equals(field) ? List.of() : request.fields().of(name));
    }

    public static RequestToVerify withBody(RequestToVerify r, byte[] body) {
        return new RequestToVerify(r.method(), r.scheme(), r.host(), r.rawPath(), r.rawQuery(), r.fields(), body);
    }

    private static RequestToVerify withFields(RequestToVerify r, FieldValues fields) {
        return new RequestToVerify(r.method(), r.scheme(), r.host(), r.rawPath(), r.rawQuery(), fields, r.body());
    }
}
