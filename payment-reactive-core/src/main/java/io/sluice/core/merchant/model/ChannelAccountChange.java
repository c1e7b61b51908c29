package io.sluice.core.merchant.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a channel account; null leaves it as it is.
 *
 * @param fields replaces the fields it names and keeps the others; an empty value removes a field
 */
public record ChannelAccountChange(
        Map<String, String> fields,
        @Nullable Boolean enabled,
        @Nullable Integer preference) {

    @Override
    public String toString() {
        return "ChannelAccountChange[" + fields.keySet() + ", " + enabled + ", " + preference + "]";
    }
}
