package io.sluice.edge.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Holds JSON against the description's schemas, as far as they say what keys, types and words there are. */
final class SchemaCheck {

    private final ApiDescription description;
    private final List<String> complaints = new ArrayList<>();

    private SchemaCheck(ApiDescription description) {
        this.description = description;
    }

    /** What is wrong with a value, each with its place; nothing when all is well. */
    static List<String> complaints(ApiDescription description, Map<String, Object> schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(description);
        check.value("", schema, value);
        return check.complaints;
    }

    private void value(String at, Map<String, Object> declared, JsonNode value) {
        Map<String, Object> schema = description.resolved(declared);
        if (schema.get("oneOf") instanceof List<?> choices) {
            long fitting = choices.stream()
                    .filter(choice -> complaints(description, ApiDescription.map(choice), value)
                            .isEmpty())
                    .count();
            require(fitting == 1, at, "fits " + fitting + " of oneOf: " + value);
            if (!schema.containsKey("properties")) {
                return;
            }
        }
        if (schema.containsKey("const")) {
            require(value.isString() && value.stringValue().equals(schema.get("const")), at, "is " + value);
            return;
        }
        require(types(schema).contains(type(value)), at, "is " + type(value) + ", not " + types(schema));
        if (schema.get("enum") instanceof List<?> words) {
            require(words.contains(value.stringValue()), at, "is " + value + ", not one of " + words);
        }
        if (value.isObject()) {
            object(at, schema, value);
        }
        for (int i = 0; i < (value.isArray() ? value.size() : 0); i++) {
            value(at + "/" + i, ApiDescription.map(schema.get("items")), value.get(i));
        }
    }

    /** Whatever the schema does not name is refused, so that the description cannot fall behind. */
    private void object(String at, Map<String, Object> schema, JsonNode object) {
        Map<String, Object> properties = ApiDescription.map(schema.getOrDefault("properties", Map.of()));
        if (schema.get("required") instanceof List<?> required) {
            required.forEach(name -> require(object.has(name.toString()), at, "lacks " + name));
        }
        for (String name : object.propertyNames()) {
            Object property = properties.getOrDefault(name, schema.get("additionalProperties"));
            if (Boolean.TRUE.equals(property)) {
                continue;
            }
            if (property instanceof Map<?, ?> known) {
                value(at + "/" + name, ApiDescription.map(known), object.get(name));
            } else {
                require(false, at, "has " + name + ", which is not described");
            }
        }
    }

    private void require(boolean right, String at, String complaint) {
        if (!right) {
            complaints.add((at.isEmpty() ? "/" : at) + " " + complaint);
        }
    }

    private static List<?> types(Map<String, Object> schema) {
        return schema.get("type") instanceof List<?> several ? several : List.of(schema.getOrDefault("type", "string"));
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            default -> value.isIntegralNumber() ? "integer" : "number";
        };
    }
}
