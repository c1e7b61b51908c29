package io.sluice.edge.signature.model;

import io.sluice.edge.signature.model.field.InnerList;
import io.sluice.edge.signature.model.field.Member;
import io.sluice.edge.signature.model.field.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One member of Signature-Input: what is covered, and the signature's own parameters. */
record SignatureInput(String label, List<Component> components, Parameters parameters) {

    /** Each component with parameters has a field or the query parsed anew, before anybody is known to have signed. */
    private static final int MAX_PARAMETERIZED = 8;

    SignatureInput {
        components = List.copyOf(components);
    }

    static SignatureInput of(String label, Member member) {
        if (!(member instanceof InnerList list)) {
            throw malformed(label, "must be a list of components in parentheses");
        }
        List<Component> components = list.items().stream().map(Component::of).toList();
        Set<String> seen = new HashSet<>();
        for (Component component : components) {
            if (!seen.add(component.identifier())) {
                throw malformed(label, "covers " + component.identifier() + " twice");
            }
        }
        requireFewParameterized(label, components);
        return new SignatureInput(label, components, list.parameters());
    }

    private static void requireFewParameterized(String label, List<Component> components) {
        long parameterized = components.stream()
                .filter(component -> !component.parameters().names().isEmpty())
                .count();
        if (parameterized > MAX_PARAMETERIZED) {
            throw malformed(label, "covers more than " + MAX_PARAMETERIZED + " components that have parameters");
        }
    }

    SignatureParameters typedParameters() {
        return new SignatureParameters(parameters);
    }

    /** The value of {@code @signature-params}, which is also that of the Signature-Input member. */
    String serialized() {
        return components.stream().map(Component::identifier).collect(Collectors.joining(" ", "(", ")"))
                + parameters.serialized();
    }

    private static RefusedException malformed(String label, String what) {
        return new RefusedException(
                RefusalCode.SIGNATURE_MALFORMED, "Signature-Input's \"" + label + "\" " + what + '.');
    }
}
