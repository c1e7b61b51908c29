package io.sluice.edge.json;

import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as a payment API must read it: no duplicate keys, nothing behind the end, and, through {@link JsonFields}, no
 * unknown fields and no coercion of one type into another.
 */
public final class StrictJson {

    private static final int MAX_DEPTH = 8;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        // The mapper builds its readers under a lock on first use, which an event loop must not wait for.
        MAPPER.readTree("{}");
    }

    private StrictJson() {}

    /** @throws ProblemException (400) when the body is not one JSON object */
    public static JsonFields object(byte[] body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw malformed("The body is not strict JSON: " + e.getOriginalMessage() + where(e) + ".");
        }
        if (node instanceof ObjectNode object) {
            return new JsonFields("", object);
        }
        throw malformed("The body must be one JSON object.");
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of(400, "json_malformed", detail));
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
