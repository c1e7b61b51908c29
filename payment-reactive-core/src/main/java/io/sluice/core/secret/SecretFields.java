package io.sluice.core.secret;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Named secrets as the JSON object that is sealed. */
public final class SecretFields {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

    private SecretFields() {}

    public static String write(Map<String, String> fields) {
        return JSON.writeValueAsString(fields);
    }

    public static Map<String, String> read(String json) {
        return JSON.readValue(json, FIELDS);
    }
}
