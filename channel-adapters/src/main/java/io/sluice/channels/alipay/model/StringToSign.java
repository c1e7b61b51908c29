package io.sluice.channels.alipay.model;

import io.sluice.channels.model.SortedPairs;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The text under the signatures of requests and notifies: {@code k=v&k=v}, sorted, nothing encoded, nothing empty. */
public final class StringToSign {

    private StringToSign() {}

    /** A request's: all but the signature itself. */
    public static byte[] request(Map<String, String> parameters) {
        return sorted(parameters, Set.of("sign"));
    }

    /** A notify's: without the kind of the signature, too. */
    public static byte[] notified(Map<String, String> parameters) {
        return sorted(parameters, Set.of("sign", "sign_type"));
    }

    private static byte[] sorted(Map<String, String> parameters, Set<String> left) {
        Map<String, String> filled = new HashMap<>(parameters);
        filled.values().removeIf(String::isEmpty);
        return SortedPairs.of(filled, left).getBytes(StandardCharsets.UTF_8);
    }
}
