package io.sluice.channels.wechat;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The channel's JSON, read strictly and field by field: what is missing or of another kind is the empty text. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** Builds the mapper's readers and writers, which is done under a lock once; for start, not for event loops. */
    static void warmUp() {
        MAPPER.writeValueAsBytes(MAPPER.readTree("{}"));
    }

    /** @throws UnreadableException when it is not a JSON object */
    static JsonNode object(byte[] json) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (RuntimeException malformed) {
            throw new UnreadableException("it is not JSON");
        }
        if (!node.isObject()) {
            throw new UnreadableException("it is not a JSON object");
        }
        return node;
    }

    static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    /** @throws UnreadableException when it is missing or empty */
    static String required(JsonNode object, String name) {
        String value = text(object, name);
        if (value.isEmpty()) {
            throw new UnreadableException("it lacks '" + name + "'");
        }
        return value;
    }
}
