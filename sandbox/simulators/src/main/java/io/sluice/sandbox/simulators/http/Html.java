package io.sluice.sandbox.simulators.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Pages for people: plain forms. */
public final class Html {
    private Html() {}

    /** @param body HTML of its own making */
    public static Mono<Void> send(HttpServerResponse response, String title, String body) {
        return response.header("Content-Type", "text/html; charset=utf-8")
                .sendString(Mono.just(page(title, body)), StandardCharsets.UTF_8)
                .then();
    }

    /** @param body HTML of its own making */
    public static String page(String title, String body) {
        return """
            <!doctype html><meta charset="utf-8"><title>%s</title>
            <body style="font-family:sans-serif;max-width:28em;margin:4em auto">
            %s
            """.formatted(title, body);
    }

    /** A form of one button. */
    public static String button(String action, String label) {
        return "<form method=\"post\" action=\"" + escaped(action) + "\"><button>" + escaped(label)
                + "</button></form>\n";
    }

    /** The hidden fields of a form. */
    public static String hidden(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"" + escaped(field.getKey()) + "\" value=\""
                        + escaped(field.getValue()) + "\">")
                .collect(Collectors.joining("\n"));
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
