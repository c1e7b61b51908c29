package io.sluice.edge.json;

import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object's fields, each read as exactly the type it must have. {@link #done()} then refuses what nobody asked for.
 * All complaints are problems (400) that name the field and what would be right.
 */
public final class JsonFields {

    private final String path;
    private final ObjectNode object;
    private final Set<String> known = new LinkedHashSet<>();

    JsonFields(String path, ObjectNode object) {
        this.path = path;
        this.object = object;
    }

    public String text(String name, int min, int max) {
        return optionalText(name, min, max).orElseThrow(() -> missing(name));
    }

    /** A string of {@code min} to {@code max} characters without control characters, or nothing. */
    public Optional<String> optionalText(String name, int min, int max) {
        return field(name).map(node -> {
            if (!node.isString()) {
                throw invalid(name, "must be a string");
            }
            return checked(name, node.stringValue(), min, max);
        });
    }

    /** As {@link #optionalText}, with line breaks, as PEM has them. */
    public Optional<String> optionalLines(String name, int max) {
        return field(name).map(node -> {
            if (!node.isString()) {
                throw invalid(name, "must be a string");
            }
            checked(name, node.stringValue().replaceAll("[\\r\\n\\t]", " "), 0, max);
            return node.stringValue();
        });
    }

    public long integer(String name, long min, long max) {
        OptionalLong value = optionalInteger(name, min, max);
        return value.orElseThrow(() -> missing(name));
    }

    /** A JSON integer (not {@code 1.0}, {@code 1e3} or {@code "1"}), or nothing. */
    public OptionalLong optionalInteger(String name, long min, long max) {
        Optional<JsonNode> node = field(name);
        if (node.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!node.get().isIntegralNumber()) {
            throw invalid(name, "must be an integer, written without quotes, point or exponent");
        }
        if (!node.get().canConvertToLong()
                || node.get().longValue() < min
                || node.get().longValue() > max) {
            throw invalid(name, "must be from " + min + " to " + max);
        }
        return OptionalLong.of(node.get().longValue());
    }

    /** As {@link #optionalInteger}, for what fits an int. */
    public OptionalInt optionalInt(String name, int min, int max) {
        OptionalLong value = optionalInteger(name, min, max);
        return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
    }

    public Optional<Boolean> optionalBoolean(String name) {
        return field(name).map(node -> {
            if (!node.isBoolean()) {
                throw invalid(name, "must be true or false");
            }
            return node.booleanValue();
        });
    }

    /** A nested object; its complaints name {@code name.field}. Call {@link #done()} on it too. */
    public Optional<JsonFields> optionalObject(String name) {
        return field(name).map(node -> {
            if (node instanceof ObjectNode nested) {
                return new JsonFields(path + name + ".", nested);
            }
            throw invalid(name, "must be an object");
        });
    }

    /** An array of objects; empty when absent. Call {@link #done()} on each of them. */
    public List<JsonFields> objects(String name, int maxEntries) {
        return field(name).map(node -> objects(name, node, maxEntries)).orElse(List.of());
    }

    private List<JsonFields> objects(String name, JsonNode array, int maxEntries) {
        if (!array.isArray() || array.size() > maxEntries) {
            throw invalid(name, "must be an array of at most " + maxEntries + " objects");
        }
        List<JsonFields> objects = new ArrayList<>();
        array.forEach(entry -> {
            if (!(entry instanceof ObjectNode nested)) {
                throw invalid(name, "must be an array of objects");
            }
            objects.add(new JsonFields(path + name + ".", nested));
        });
        return objects;
    }

    /** For a field that may be empty but not absent. */
    public void requireField(String name) {
        if (field(name).isEmpty()) {
            throw missing(name);
        }
    }

    /** An array of strings, or nothing. */
    public Optional<List<String>> optionalTexts(String name, int maxEntries, int maxLength) {
        return field(name).map(node -> {
            if (!node.isArray() || node.size() > maxEntries) {
                throw invalid(name, "must be an array of at most " + maxEntries + " strings");
            }
            List<String> values = new ArrayList<>();
            node.forEach(entry -> values.add(entryText(name, entry, maxLength)));
            return List.copyOf(values);
        });
    }

    /** An object whose values are all strings; empty when absent. */
    public Map<String, String> textMap(String name, int maxEntries, int maxKey, int maxValue) {
        return map(name, maxEntries, maxKey, (fields, key) -> fields.text(key, 0, maxValue));
    }

    /** As {@link #textMap}, with line breaks in the values, as PEM has them. */
    public Map<String, String> linesMap(String name, int maxEntries, int maxKey, int maxValue) {
        return map(
                name,
                maxEntries,
                maxKey,
                (fields, key) -> fields.optionalLines(key, maxValue).orElse(""));
    }

    private Map<String, String> map(
            String name, int maxEntries, int maxKey, BiFunction<JsonFields, String, String> read) {
        Optional<JsonFields> nested = optionalObject(name);
        if (nested.isEmpty()) {
            return Map.of();
        }
        JsonFields fields = nested.get();
        if (fields.object.size() > maxEntries) {
            throw invalid(name, "must have at most " + maxEntries + " entries");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : fields.object.propertyNames()) {
            checked(name, key, 1, maxKey);
            values.put(key, read.apply(fields, key));
        }
        return Map.copyOf(values);
    }

    /** @throws ProblemException when there is a field that was not asked for */
    public void done() {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                String shown = path + (name.length() > 40 ? name.substring(0, 40) + "…" : name);
                throw new ProblemException(Problem.of(
                                400,
                                "field_unknown",
                                "'" + shown + "' is not a field of this request; these are: " + String.join(", ", known)
                                        + ".")
                        .about(shown));
            }
        }
    }

    /** A complaint about a field that was read. */
    public ProblemException invalid(String name, String rule) {
        String field = path + name;
        return new ProblemException(Problem.of(400, "field_invalid", "'" + field + "' " + rule + ".")
                .about(field));
    }

    private ProblemException missing(String name) {
        String field = path + name;
        return new ProblemException(
                Problem.of(400, "field_missing", "'" + field + "' is required.").about(field));
    }

    private Optional<JsonNode> field(String name) {
        known.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    private String entryText(String name, JsonNode entry, int maxLength) {
        if (!entry.isString()) {
            throw invalid(name, "must be an array of strings");
        }
        return checked(name, entry.stringValue(), 1, maxLength);
    }

    private String checked(String name, String value, int min, int max) {
        if (value.length() < min || value.length() > max) {
            throw invalid(name, "must have " + min + " to " + max + " characters, not " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                throw invalid(name, "must not contain control characters");
            }
            if (Character.isSurrogate(c) && !pairedAt(value, i)) {
                throw invalid(name, "must not contain lone surrogates");
            }
        }
        return value;
    }

    private static boolean pairedAt(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
