package io.sluice.channels.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text that channels with forms sign: fields sorted by the bytes of their names, raw, {@code k=v&k=v}. */
public final class SortedPairs {

    private SortedPairs() {}

    /** @param without the fields that are not signed, such as the one that the signature itself stands in */
    public static String of(Map<String, String> fields, Set<String> without) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !without.contains(field.getKey()))
                        .map(field -> field.getKey() + '=' + field.getValue())
                        .collect(Collectors.joining("&"));
    }
}
