package io.sluice.edge.signature.model.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A structured dictionary. A key that occurs twice is refused, although RFC 9651 would let the last one win: two
 * readers of a signed message must never see different members.
 */
public record Dictionary(Map<String, Member> members) {

    public Dictionary {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * Reads a dictionary that may be spread over several lines of the same field.
     *
     * @param field the field's name, for messages
     * @throws MalformedFieldException when the lines are no dictionary, or larger than {@link Limits} allow
     */
    public static Dictionary parse(String field, List<String> lines) {
        return DictionaryParser.parse(field, lines.size() == 1 ? lines.getFirst() : String.join(",", lines));
    }

    public Optional<Member> get(String key) {
        return Optional.ofNullable(members.get(key));
    }

    /** The canonical text of the whole dictionary. */
    public String serialized() {
        return members.entrySet().stream()
                .map(entry -> serialized(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String serialized(String key, Member member) {
        if (member instanceof Item(BareItem.Flag(boolean value), Parameters parameters) && value) {
            return key + parameters.serialized();
        }
        return key + '=' + member.serialized();
    }
}
