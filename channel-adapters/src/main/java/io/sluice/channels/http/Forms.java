package io.sluice.channels.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Forms as browsers send them, in UTF-8. */
public final class Forms {

    private Forms() {}

    /** {@code k=v&k=v}, both encoded, in the order of the map. */
    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Decodes each field once.
     *
     * @throws UnreadableException when it is no form, or names a field twice
     */
    public static Map<String, String> decoded(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals < 1) {
                throw new UnreadableException("it is not a form of the kind k=v&k=v");
            }
            if (fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1))) != null) {
                throw new UnreadableException("it has a field twice");
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableException("it has a field that is not URL-encoded");
        }
    }
}
