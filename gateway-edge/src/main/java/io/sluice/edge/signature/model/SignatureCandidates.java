package io.sluice.edge.signature.model;

import io.sluice.edge.signature.model.field.BareItem;
import io.sluice.edge.signature.model.field.Dictionary;
import io.sluice.edge.signature.model.field.Item;
import java.util.List;

/** The signatures a request carries. Others than ours may be among them, under any label; the tag says which is ours. */
record SignatureCandidates(Dictionary inputs, Dictionary signatures) {

    static SignatureCandidates of(FieldValues fields) {
        return new SignatureCandidates(dictionary(fields, "signature-input"), dictionary(fields, "signature"));
    }

    private static Dictionary dictionary(FieldValues fields, String name) {
        if (!fields.has(name)) {
            throw new RefusedException(
                    RefusalCode.SIGNATURE_MISSING,
                    "The request has no " + name
                            + " field; sign it as RFC 9421 says, with Signature-Input and Signature.");
        }
        return Dictionary.parse(name, fields.of(name));
    }

    /** The one input that has the tag. */
    SignatureInput tagged(String tag) {
        List<SignatureInput> tagged = inputs.members().entrySet().stream()
                .map(member -> SignatureInput.of(member.getKey(), member.getValue()))
                .filter(input ->
                        input.typedParameters().tag().filter(tag::equals).isPresent())
                .toList();
        if (tagged.isEmpty()) {
            throw new RefusedException(
                    RefusalCode.SIGNATURE_MISSING,
                    "No signature in Signature-Input has the parameter tag=\"" + tag
                            + "\"; add it to the one meant for us.");
        }
        if (tagged.size() > 1) {
            throw new RefusedException(
                    RefusalCode.SIGNATURE_AMBIGUOUS,
                    "More than one signature has the parameter tag=\"" + tag + "\": "
                            + tagged.stream().map(SignatureInput::label).toList() + "; send exactly one.");
        }
        return tagged.getFirst();
    }

    byte[] signature(String label) {
        if (signatures.get(label).orElse(null) instanceof Item item && item.value() instanceof BareItem.Bytes bytes) {
            return bytes.decoded();
        }
        throw new RefusedException(
                RefusalCode.SIGNATURE_MALFORMED,
                "The Signature field must have " + label
                        + "=:…: with base64 between the colons, as Signature-Input announces.");
    }
}
