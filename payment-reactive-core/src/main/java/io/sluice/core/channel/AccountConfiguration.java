package io.sluice.core.channel;

import io.sluice.core.id.ChannelAccountId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's account at a channel, with its secrets opened. Its {@code toString} shows no values.
 *
 * @param fields by the names of {@link ChannelProvider#accountFields()}
 */
public record AccountConfiguration(ChannelAccountId id, String channel, Map<String, String> fields) {

    /** @throws IllegalArgumentException when the field is missing */
    public String required(String field) {
        String value = fields.get(field);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("channel account " + id + " (" + channel + ") lacks '" + field + "'");
        }
        return value;
    }

    public @Nullable String optional(String field) {
        return fields.get(field);
    }

    @Override
    public String toString() {
        return "AccountConfiguration[" + id + ", " + channel + ", " + fields.keySet() + "]";
    }
}
