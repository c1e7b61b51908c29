package io.sluice.edge.http;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Bodies are {@code application/json} in UTF-8, uncompressed. */
public final class JsonContent {

    private JsonContent() {}

    /** @throws ProblemException (415) when the body is declared as anything else */
    public static void require(ServerRequest request) {
        boolean encoded = !request.headers().header("Content-Encoding").isEmpty();
        if (encoded || !isJson(request)) {
            throw ProblemException.of(
                    415, "media_type_unsupported", "Send Content-Type: application/json, without Content-Encoding.");
        }
    }

    private static boolean isJson(ServerRequest request) {
        try {
            MediaType type = request.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
            String charset = type.getParameter("charset");
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8"));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
