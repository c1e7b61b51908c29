package io.sluice.edge.signature.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The example messages and keys of RFC 9421, appendices B.1 and B.2. */
final class Rfc9421Vectors {

    static final String DIGEST =
            "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:";

    static final RequestToVerify REQUEST = new RequestToVerify(
            "POST",
            "https",
            "example.com",
            "/foo",
            "param=Value&Pet=dog",
            FieldValues.of(Map.of(
                    "Host", List.of("example.com"),
                    "Date", List.of("Tue, 20 Apr 2021 02:07:55 GMT"),
                    "Content-Type", List.of("application/json"),
                    "Content-Digest", List.of(DIGEST),
                    "Content-Length", List.of("18"))),
            "{\"hello\": \"world\"}".getBytes(UTF_8));

    private Rfc9421Vectors() {}

    static String key(String name) {
        try (InputStream in = Rfc9421Vectors.class.getResourceAsStream("/signature/rfc9421/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
