package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.unionpay.model.Key;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request's fields, decoded. */
record Message(Map<String, String> fields) {

    /** A field, or the empty text. */
    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    Key key() {
        return new Key(text("merId"), text("orderId"), text("txnTime"));
    }

    /** What the merchant wrote into {@code reqReserved} in base64. */
    String reserved() {
        try {
            return new String(Base64.getDecoder().decode(text("reqReserved")), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return text("reqReserved");
        }
    }

    /** What is signed. */
    String toBeSigned() {
        return toBeSigned(fields);
    }

    static String toBeSigned(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getKey().equals("signature"))
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
    }
}
