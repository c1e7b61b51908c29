package io.sluice.core.routing.json;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.merchant.model.InvalidFieldException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An object's fields by their types; whatever is wrong is an {@link InvalidFieldException} that names its place. */
final class StrictFields {

    private static final int MAX_TEXT = 200;

    private final String path;
    private final JsonNode object;
    private final Set<String> known = new LinkedHashSet<>();

    StrictFields(String path, JsonNode object) {
        if (!object.isObject()) {
            throw new InvalidFieldException(path.isEmpty() ? "(body)" : path, "must be an object");
        }
        this.path = path;
        this.object = object;
    }

    /** Null where it is absent or null. */
    @Nullable Long integerOrNull(String name, long min, long max) {
        JsonNode node = field(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            throw invalid(name, "must be an integer from " + min + " to " + max);
        }
        return node.longValue();
    }

    long integer(String name, long min, long max) {
        Long value = integerOrNull(name, min, max);
        if (value == null) {
            throw invalid(name, "is required, an integer from " + min + " to " + max);
        }
        return value;
    }

    int integerOr(String name, int min, int max, int absent) {
        Long value = integerOrNull(name, min, max);
        return value == null ? absent : value.intValue();
    }

    String text(String name) {
        JsonNode node = field(name);
        if (node == null) {
            throw invalid(name, "is required, a string");
        }
        return text(name, node);
    }

    List<String> texts(String name) {
        return list(name, (at, node) -> text(at, node));
    }

    Map<String, String> textMap(String name) {
        JsonNode node = field(name);
        Map<String, String> values = new LinkedHashMap<>();
        if (node != null) {
            StrictFields nested = new StrictFields(path + name, node);
            for (String key : node.propertyNames()) {
                values.put(key, nested.text(key));
            }
        }
        return Map.copyOf(values);
    }

    ChannelAccountId account(String name) {
        return account(name, text(name));
    }

    List<ChannelAccountId> accounts(String name) {
        return list(name, (at, node) -> account(at, text(at, node)));
    }

    /** Empty where it is absent. */
    StrictFields object(String name) {
        JsonNode node = field(name);
        return new StrictFields(path + name + ".", node == null ? JsonNodeFactory.instance.objectNode() : node);
    }

    /** Each must be read to its end; empty where there are none. */
    <T> List<T> objects(String name, Function<StrictFields, T> read) {
        return list(name, (at, node) -> {
            StrictFields fields = new StrictFields(path + at + ".", node);
            T value = read.apply(fields);
            fields.done();
            return value;
        });
    }

    /** Refuses what nobody asked for. */
    void done() {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw invalid(name, "is not a field of this document; these are " + String.join(", ", known));
            }
        }
    }

    InvalidFieldException invalid(String name, String rule) {
        return new InvalidFieldException(path + name, rule);
    }

    private interface Entry<T> {
        T read(String at, JsonNode node);
    }

    private <T> List<T> list(String name, Entry<T> entry) {
        JsonNode node = field(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > ConfigurationReader.MAX_ENTRIES) {
            throw invalid(name, "must be an array of at most " + ConfigurationReader.MAX_ENTRIES + " entries");
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            values.add(entry.read(name + "[" + i + "]", node.get(i)));
        }
        return List.copyOf(values);
    }

    private String text(String name, JsonNode node) {
        String value = node.isString() ? node.stringValue() : "";
        if (value.isEmpty() || value.length() > MAX_TEXT) {
            throw invalid(name, "must be a string of 1 to " + MAX_TEXT + " characters");
        }
        return value;
    }

    private ChannelAccountId account(String name, String id) {
        try {
            return ChannelAccountId.parse(id);
        } catch (IllegalArgumentException e) {
            throw invalid(name, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable JsonNode field(String name) {
        known.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }
}
