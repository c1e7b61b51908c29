package io.sluice.edge.signature.model.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Named values behind a semicolon, in the order in which they were written: the order is signed. */
public record Parameters(Map<String, BareItem> values) {

    public static final Parameters NONE = new Parameters(Map.of());

    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<BareItem> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** The canonical text, empty or beginning with a semicolon; a true value is written as the bare name. */
    public String serialized() {
        if (values.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> {
            text.append(';').append(name);
            if (!(value instanceof BareItem.Flag flag && flag.value())) {
                text.append('=').append(value.serialized());
            }
        });
        return text.toString();
    }
}
