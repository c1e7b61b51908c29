package io.sluice.edge.signature.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A request's header fields, seen through whatever map the server keeps them in. */
@FunctionalInterface
public interface FieldValues {

    /** The lines of a field in the order in which they came, empty when there is none. The name is in lower case. */
    List<String> of(String name);

    default boolean has(String name) {
        return !of(name).isEmpty();
    }

    /** Fields from a map whose names may be in any case. */
    static FieldValues of(Map<String, List<String>> fields) {
        Map<String, List<String>> byName = new TreeMap<>();
        fields.forEach(
                (name, lines) -> byName.merge(name.toLowerCase(Locale.ROOT), List.copyOf(lines), FieldValues::joined));
        return name -> byName.getOrDefault(name, List.of());
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
