package io.sluice.edge.signature.model;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A single query parameter (RFC 9421, section 2.2.8): decoded as a form, encoded again in one way only. */
final class QueryParameter {

    private QueryParameter() {}

    /**
     * The value of the parameter, percent-encoded.
     *
     * @param encodedName the name as it stands in the component identifier, percent-encoded
     * @throws RefusedException when the parameter is absent, or there twice, so that it is unclear which one is meant
     */
    static String value(String encodedName, String rawQuery) {
        List<String> values = Stream.of(rawQuery.split("&", -1))
                .filter(pair -> encoded(name(pair)).equals(encodedName))
                .map(pair -> encoded(
                        pair.substring(Math.min(pair.length(), name(pair).length() + 1))))
                .toList();
        if (values.size() != 1) {
            throw new RefusedException(
                    RefusalCode.SIGNATURE_COMPONENT_ABSENT,
                    "The signature covers the query parameter \"" + encodedName + "\", which the request has "
                            + values.size() + " times; it must be there exactly once, or cover @query instead.");
        }
        return values.getFirst();
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    private static String encoded(String raw) {
        return URLEncoder.encode(decoded(raw), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new RefusedException(
                    RefusalCode.SIGNATURE_MALFORMED,
                    "The query has a broken percent-escape, so @query-param cannot be read; cover @query instead.");
        }
    }
}
