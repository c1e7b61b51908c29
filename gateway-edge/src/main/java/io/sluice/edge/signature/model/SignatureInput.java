package io.sluice.edge.signature.model;

import io.sluice.edge.signature.model.field.InnerList;
import io.sluice.edge.signature.model.field.Member;
import io.sluice.edge.signature.model.field.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One member of Signature-Input: what is covered, and the signature's own parameters. */
record SignatureInput(String label, List<Component> components, Parameters parameters) {

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
        return new SignatureInput(label, components, list.parameters());
    }

    SignatureParameters typedParameters() {
        return new SignatureParameters(parameters);
    }

    /** The value of {@code @signature-params}, which is also that of the Signature-Input member. */
    String serialized() {
        return new InnerList(components.stream().map(Component::toItem).toList(), parameters).serialized();
    }

    private static RefusedException malformed(String label, String what) {
        return new RefusedException(
                RefusalCode.SIGNATURE_MALFORMED, "Signature-Input's \"" + label + "\" " + what + '.');
    }
}
