package io.sluice.sandbox.simulators.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A channel's book as tables: the totals first, then each list with its newest lines. */
final class BookTables {
    private static final int NEWEST = 50;

    private BookTables() {}

    static String of(JsonNode book) {
        var html = new StringBuilder("<h3>totals</h3>\n");
        List<List<String>> totals = new ArrayList<>();
        flatten("", book.path("totals"), totals);
        html.append(Html.table(List.of("", ""), totals));
        book.propertyStream()
                .filter(part -> part.getValue().isArray())
                .forEach(part -> html.append(list(part.getKey(), part.getValue())));
        return html.toString();
    }

    private static void flatten(String path, JsonNode node, List<List<String>> rows) {
        node.propertyStream().forEach(field -> {
            String name = path.isEmpty() ? field.getKey() : path + " " + field.getKey();
            if (field.getValue().isObject()) {
                flatten(name, field.getValue(), rows);
            } else {
                rows.add(List.of(
                        Html.escaped(name), Html.escaped(field.getValue().asString(""))));
            }
        });
    }

    private static String list(String name, JsonNode lines) {
        String head = "<h3>" + Html.escaped(name) + ": " + lines.size() + "</h3>\n";
        if (lines.isEmpty()) {
            return head;
        }
        List<JsonNode> newest = lines.valueStream()
                .skip(Math.max(0, lines.size() - NEWEST))
                .toList()
                .reversed();
        Collection<String> columns = new LinkedHashSet<>();
        newest.forEach(line -> columns.addAll(line.propertyNames()));
        return head
                + Html.table(
                        columns,
                        newest.stream().map(line -> cells(line, columns)).toList());
    }

    private static List<String> cells(JsonNode line, Collection<String> columns) {
        return columns.stream()
                .map(column -> Html.escaped(line.path(column).asString("")))
                .toList();
    }
}
