package io.sluice.sandbox.simulators.alipay.wire;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, of its URL and of its form alike, decoded once. */
public record Parameters(SortedMap<String, String> all) {
    private static final int MOST = 100;

    /** @throws IllegalArgumentException when they are not URL-encoded UTF-8 */
    static Parameters of(String uri, byte[] form) {
        var all = new TreeMap<String, String>();
        read(uri, /* hasPath= */ true, all);
        read(new String(form, StandardCharsets.UTF_8), /* hasPath= */ false, all);
        return new Parameters(all);
    }

    private static void read(String text, boolean hasPath, SortedMap<String, String> to) {
        Map<String, List<String>> found = new QueryStringDecoder(
                        text, StandardCharsets.UTF_8, hasPath, MOST, /* semicolonIsNormalChar= */ true)
                .parameters();
        found.forEach((name, values) -> to.put(name, values.getFirst()));
    }

    /** An empty text where there is none. */
    public String get(String name) {
        return all.getOrDefault(name, "");
    }

    public @Nullable String optional(String name) {
        String value = get(name);
        return value.isEmpty() ? null : value;
    }

    /** What is signed: all that is not empty but the signature itself, sorted, not encoded. */
    String signed() {
        return join(all, "sign");
    }

    static String join(SortedMap<String, String> parameters, String... without) {
        return parameters.entrySet().stream()
                .filter(one -> !List.of(without).contains(one.getKey())
                        && !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
    }
}
