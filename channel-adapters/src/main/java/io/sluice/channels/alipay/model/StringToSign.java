package io.sluice.channels.alipay.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(parameter -> !left.contains(parameter.getKey())
                                && !parameter.getValue().isEmpty())
                        .map(parameter -> parameter.getKey() + '=' + parameter.getValue())
                        .collect(Collectors.joining("&"))
                        .getBytes(StandardCharsets.UTF_8);
    }
}
