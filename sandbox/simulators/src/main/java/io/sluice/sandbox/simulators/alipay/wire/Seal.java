package io.sluice.sandbox.simulators.alipay.wire;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.keys.PlatformKeys;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Signs what the channel says: answers over their very bytes, forms over their sorted parameters. Not for event loops. */
public final class Seal {
    private final PlatformKeys keys;

    public Seal(PlatformKeys keys) {
        this.keys = keys;
    }

    /** The answer of a method as it travels: {@code {"alipay_trade_query_response":{…},"sign":"…"}}. */
    Answer envelope(String method, Answer inner) {
        JsonNode node = inner.body();
        if (node == null) {
            return inner;
        }
        boolean forged = inner.manner() == Answer.Manner.FORGED;
        String text = Json.MAPPER.writeValueAsString(node) + (forged ? " " : "");
        var whole = Json.MAPPER.createObjectNode();
        whole.set(name(method), node);
        return Answer.of(inner.status(), whole.put("sign", sign(text))).in(inner.manner());
    }

    private static String name(String method) {
        return method.isEmpty() ? "error_response" : method.replace('.', '_') + "_response";
    }

    /** Adds {@code sign_type} and {@code sign}; the former is not signed. */
    public SortedMap<String, String> signed(SortedMap<String, String> parameters) {
        var all = new TreeMap<>(parameters);
        all.put("sign", sign(Parameters.join(parameters)));
        all.put("sign_type", "RSA2");
        return all;
    }

    private String sign(String text) {
        return keys.signing().sign(text.getBytes(StandardCharsets.UTF_8));
    }
}
