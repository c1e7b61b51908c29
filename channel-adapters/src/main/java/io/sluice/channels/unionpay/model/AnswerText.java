package io.sluice.channels.unionpay.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The body of ACP's answers: {@code k=v&k=v}, not URL-encoded, so that a value may hold {@code =} anywhere and {@code &} within
 * {@code {…}}.
 */
public final class AnswerText {

    private AnswerText() {}

    /** Empty when it is not of that form, or names a field twice. */
    public static Optional<Map<String, String>> read(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        int depth = 0;
        int begin = 0;
        for (int at = 0; at <= text.length(); at++) {
            char sign = at == text.length() ? '&' : text.charAt(at);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (at == text.length() || (sign == '&' && depth == 0)) {
                if (!put(fields, text.substring(begin, at))) {
                    return Optional.empty();
                }
                begin = at + 1;
            }
        }
        return Optional.of(fields);
    }

    private static boolean put(Map<String, String> fields, String pair) {
        int equals = pair.indexOf('=');
        return equals > 0 && fields.put(pair.substring(0, equals), pair.substring(equals + 1)) == null;
    }
}
