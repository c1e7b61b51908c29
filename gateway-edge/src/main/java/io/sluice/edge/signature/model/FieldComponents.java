package io.sluice.edge.signature.model;

import io.sluice.edge.signature.model.field.BareItem;
import io.sluice.edge.signature.model.field.Dictionary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Header fields as components (RFC 9421, section 2.1): plain, or with one of {@code sf}, {@code key} and {@code bs}. */
final class FieldComponents {

    /** The fields whose structure is known here, so that {@code sf} can be honoured: all are dictionaries. */
    private static final Set<String> DICTIONARIES = Set.of(
            "content-digest",
            "repr-digest",
            "want-content-digest",
            "want-repr-digest",
            "priority",
            "signature",
            "signature-input");

    private FieldComponents() {}

    static String value(Component component, FieldValues fields) {
        List<String> lines = fields.of(component.name());
        if (lines.isEmpty()) {
            throw absent(component, "the request has no such header field");
        }
        Set<String> modifiers = component.parameters().names();
        if (modifiers.isEmpty()) {
            return lines.size() == 1
                    ? trimmed(lines.getFirst())
                    : lines.stream().map(FieldComponents::trimmed).collect(Collectors.joining(", "));
        }
        if (modifiers.size() > 1) {
            throw unsupported(component, "at most one of ;sf, ;key and ;bs is taken");
        }
        return switch (modifiers.iterator().next()) {
            case "bs" -> wrapped(component, lines);
            case "sf" -> strictlySerialized(component, lines);
            case "key" -> dictionaryMember(component, lines);
            case "req" -> throw unsupported(component, ";req belongs to responses");
            case "tr" -> throw unsupported(component, "trailers are not taken");
            default -> throw unsupported(component, "known are ;sf, ;key and ;bs");
        };
    }

    private static String wrapped(Component component, List<String> lines) {
        requireFlag(component, "bs");
        return lines.stream()
                .map(line -> BareItem.Bytes.of(trimmed(line).getBytes(StandardCharsets.ISO_8859_1)))
                .map(BareItem::serialized)
                .collect(Collectors.joining(", "));
    }

    private static String strictlySerialized(Component component, List<String> lines) {
        requireFlag(component, "sf");
        if (!DICTIONARIES.contains(component.name())) {
            throw unsupported(component, "this field is not known to be structured; cover it without ;sf");
        }
        return Dictionary.parse(component.name(), lines).serialized();
    }

    private static String dictionaryMember(Component component, List<String> lines) {
        if (!(component.parameters().values().get("key") instanceof BareItem.Text(String key))) {
            throw unsupported(component, ";key must be a quoted string");
        }
        return Dictionary.parse(component.name(), lines)
                .get(key)
                .orElseThrow(() -> absent(component, "the field has no such member"))
                .serialized();
    }

    /** Without the spaces and tabs around it, and nothing else: a control character must stay to be refused. */
    private static String trimmed(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static void requireFlag(Component component, String name) {
        if (!new BareItem.Flag(true).equals(component.parameters().values().get(name))) {
            throw unsupported(component, ';' + name + " takes no value");
        }
    }

    private static RefusedException absent(Component component, String why) {
        return new RefusedException(
                RefusalCode.SIGNATURE_COMPONENT_ABSENT,
                "The signature covers " + component.identifier() + ", but " + why + '.');
    }

    private static RefusedException unsupported(Component component, String why) {
        return new RefusedException(
                RefusalCode.SIGNATURE_COMPONENT_UNSUPPORTED,
                "The component " + component.identifier() + " cannot be covered: " + why + '.');
    }
}
