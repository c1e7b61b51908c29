package io.sluice.sandbox.simulators.http;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Pages for people, with one look: plain forms and tables, no scripts. Whatever is no HTML of our own making is escaped. */
public final class Html {
    private static final String LOOK = """
            body{font-family:sans-serif;max-width:60em;margin:3em auto;padding:0 1em;line-height:1.4}
            table{border-collapse:collapse;margin:.5em 0 2em}
            th,td{text-align:left;padding:.2em .8em;border-bottom:1px solid #ddd;vertical-align:top}
            form{display:inline}button{font:inherit;padding:.3em 1em;margin:0 .3em .3em 0}""";

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
            <!doctype html><html lang="en"><meta charset="utf-8"><title>%s</title>
            <style>%s</style>
            <body>
            %s
            """.formatted(escaped(title), LOOK, body);
    }

    /** A form of one button. */
    public static String button(String action, String label) {
        return "<form method=\"post\" action=\"" + escaped(action) + "\"><button>" + escaped(label)
                + "</button></form>\n";
    }

    public static String link(String to, String label) {
        return "<a href=\"" + escaped(to) + "\">" + escaped(label) + "</a>";
    }

    /** @param cells HTML of its own making, row by row */
    public static String table(Collection<String> heads, List<List<String>> cells) {
        String head =
                heads.stream().map(Html::escaped).collect(Collectors.joining("</th><th>", "<tr><th>", "</th></tr>\n"));
        String rows = cells.stream()
                .map(row -> String.join("</td><td>", row))
                .collect(Collectors.joining("</td></tr>\n<tr><td>", "<tr><td>", "</td></tr>\n"));
        return "<table>" + head + (cells.isEmpty() ? "" : rows) + "</table>\n";
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
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
