package io.sluice.edge.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as {@code application/problem+json}. */
public final class ProblemJson {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProblemJson() {}

    public static byte[] write(Problem problem, @Nullable String traceId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:sluice:problem:" + problem.code());
        members.put("title", title(problem.status()));
        members.put("status", problem.status());
        members.put("code", problem.code());
        members.put("detail", writable(problem.detail()));
        putIfPresent(members, "field", problem.field() == null ? null : writable(problem.field()));
        putIfPresent(members, "expected_signature_base", problem.expectedSignatureBase());
        putIfPresent(members, "trace_id", traceId);
        return MAPPER.writeValueAsBytes(members);
    }

    /** What a client sent is repeated to it, and half of a surrogate pair cannot be written in UTF-8. */
    private static String writable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void putIfPresent(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    private static String title(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
