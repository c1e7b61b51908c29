package io.sluice.edge.signature.model;

import java.nio.charset.StandardCharsets;

/** The text that is signed (RFC 9421, section 2.5): a line a component, and the parameters last. */
record SignatureBase(String text) {

    /** @throws RefusedException when a component is unknown here or absent from the request */
    static SignatureBase of(RequestToVerify request, SignatureInput input) {
        StringBuilder text = new StringBuilder(512);
        for (Component component : input.components()) {
            String value = component.isDerived()
                    ? DerivedComponents.value(component, request)
                    : FieldComponents.value(component, request.fields());
            text.append(component.identifier())
                    .append(": ")
                    .append(printable(component, value))
                    .append('\n');
        }
        return new SignatureBase(text.append("\"@signature-params\": ")
                .append(input.serialized())
                .toString());
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A line break inside a value could forge a line of another component; nothing else than ASCII can be signed. */
    private static String printable(Component component, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c > '~') {
                throw new RefusedException(
                        RefusalCode.SIGNATURE_MALFORMED,
                        "The value of " + component.identifier() + " is not printable ASCII, so it cannot be signed;"
                                + " percent-encode it, or cover a field with ;bs.");
            }
        }
        return value;
    }
}
