package io.sluice.compare.overload.model;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines for people, aligned, and as Markdown reads them. */
public record LineTable(List<Line> lines) {
    private static final List<Column> COLUMNS = List.of(
            new Column("scenario", Line::scenario),
            new Column("what", Line::what),
            new Column("wanted", Line::wanted),
            new Column("seen", Line::seen),
            new Column("", Line::verdict));

    public LineTable {
        lines = List.copyOf(lines);
    }

    private record Column(String title, Function<Line, String> value) {
        String cell(String text, int width) {
            return (text + " ".repeat(width)).substring(0, width);
        }

        int width(List<Line> lines) {
            return Stream.concat(Stream.of(title), lines.stream().map(value))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }

    public boolean allHold() {
        return lines.stream().allMatch(Line::holds);
    }

    public String text() {
        Stream<String> head = Stream.of(row(Column::title), row(column -> "-".repeat(column.width(lines))));
        return Stream.concat(head, lines.stream().map(line -> row(column -> column.value.apply(line))))
                .collect(Collectors.joining("\n"));
    }

    private String row(Function<Column, String> text) {
        return COLUMNS.stream()
                .map(column -> column.cell(text.apply(column), column.width(lines)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
