package io.sluice.compare.load;

import io.sluice.sandbox.client.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests as they go over the wire. */
final class RequestBytes {
    /** What is signed: a name, not an address, so that every contestant can be sent the same. */
    static final String AUTHORITY = "pay.compare.example";

    private RequestBytes() {}

    static byte[] of(SignedRequest request) {
        return of(request.method(), request.target(), request.headers(), request.body());
    }

    /** @param body ASCII; empty when there is none */
    static byte[] of(String method, String target, Map<String, String> headers, String body) {
        var text = new StringBuilder(1200)
                .append(method)
                .append(' ')
                .append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(AUTHORITY)
                .append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        if (!body.isEmpty()) {
            text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.US_ASCII);
    }
}
