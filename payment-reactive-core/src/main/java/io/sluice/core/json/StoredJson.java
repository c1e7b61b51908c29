package io.sluice.core.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads as a tree what was stored as JSON. */
public final class StoredJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    static {
        // The first reading prepares the mapper under a lock, at which event loops would wait for each other.
        MAPPER.readTree("{}");
    }

    private StoredJson() {}

    /** @throws tools.jackson.core.JacksonException when it is no JSON */
    public static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }
}
