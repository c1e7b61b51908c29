package io.sluice.channels.http;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The channel's JSON, read strictly and field by field: what is missing or of another kind is the empty text. */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** Builds the mapper's readers and writers, which is done under a lock once; for start, not for event loops. */
    public static void warmUp() {
        MAPPER.writeValueAsBytes(MAPPER.readTree("{}"));
    }

    /** @throws UnreadableException when it is not a JSON object */
    public static JsonNode object(byte[] json) {
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

    public static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    /** @throws UnreadableException when it is missing or empty */
    public static String required(JsonNode object, String name) {
        String value = text(object, name);
        if (value.isEmpty()) {
            throw new UnreadableException("it lacks '" + name + "'");
        }
        return value;
    }

    /** Cut between characters, never inside one. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, splits ? longest - 1 : longest);
    }
}
