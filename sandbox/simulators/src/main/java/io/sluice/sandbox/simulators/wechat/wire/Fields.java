package io.sluice.sandbox.simulators.wechat.wire;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of a JSON request by their pointers and remembers the first that breaks a rule; what it returns after
 * that is a filler, and {@link #decide} refuses.
 */
public final class Fields {
    private final JsonNode root;
    private @Nullable Refusal first;

    private Fields(JsonNode root) {
        this.root = root;
    }

    public static Fields of(byte[] body) {
        try {
            JsonNode root = Json.MAPPER.readTree(body);
            var fields = new Fields(root);
            if (!root.isObject()) {
                fields.refuse("/", "The body must be a JSON object");
            }
            return fields;
        } catch (JacksonException unreadable) {
            var fields = new Fields(Json.MAPPER.createObjectNode());
            fields.refuse("/", "The body must be JSON");
            return fields;
        }
    }

    public JsonNode root() {
        return root;
    }

    public void onlyKnown(Set<String> names) {
        for (String name : root.propertyNames()) {
            if (!names.contains(name)) {
                refuse("/" + name, "This parameter is not part of the interface");
            }
        }
    }

    public String text(String pointer, int longest) {
        return text(pointer, Pattern.compile("(?s).{1," + longest + "}"), "must be a text of 1 to " + longest);
    }

    public String text(String pointer, Pattern form, String rule) {
        JsonNode node = root.at(pointer);
        if (node.isString() && form.matcher(node.stringValue()).matches()) {
            return node.stringValue();
        }
        refuse(pointer, pointer.substring(pointer.lastIndexOf('/') + 1) + " " + rule);
        return "";
    }

    @Nullable String optionalText(String pointer, int longest) {
        return root.at(pointer).isMissingNode() ? null : text(pointer, longest);
    }

    public long positive(String pointer) {
        JsonNode node = root.at(pointer);
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() > 0) {
            return node.longValue();
        }
        refuse(pointer, "The amount must be a whole number of fen above 0");
        return 1;
    }

    public void require(boolean holds, String pointer, String rule) {
        if (!holds) {
            refuse(pointer, rule);
        }
    }

    public void refuse(String pointer, String rule) {
        if (first == null) {
            first = Refusal.parameter(pointer, rule);
        }
    }

    public <T> Decision<T, Refusal> decide(Supplier<T> value) {
        return first == null ? Decision.granted(value.get()) : Decision.refused(first);
    }
}
