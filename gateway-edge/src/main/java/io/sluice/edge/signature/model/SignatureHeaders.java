package io.sluice.edge.signature.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header fields that make a request a signed one.
 *
 * @param contentDigest null when there is no body
 */
public record SignatureHeaders(@Nullable String contentDigest, String signatureInput, String signature) {

    /** The fields by name, in the order in which they are best read. */
    public Map<String, String> asMap() {
        Map<String, String> fields = new LinkedHashMap<>();
        if (contentDigest != null) {
            fields.put("Content-Digest", contentDigest);
        }
        fields.put("Signature-Input", signatureInput);
        fields.put("Signature", signature);
        return fields;
    }
}
