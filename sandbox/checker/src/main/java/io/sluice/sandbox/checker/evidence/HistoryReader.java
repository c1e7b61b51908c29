package io.sluice.sandbox.checker.evidence;

import static io.sluice.sandbox.checker.evidence.Lines.text;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the client's history. */
final class HistoryReader {
    private HistoryReader() {}

    static List<Answer> read(@Nullable Path file) {
        return Lines.read(file, HistoryReader::answer);
    }

    private static Answer answer(JsonNode line) {
        return new Answer(
                text(line, "call"),
                text(line, "order"),
                text(line, "key"),
                line.path("status").asInt(),
                text(line, "code"),
                text(line, "payment"),
                text(line, "refund"),
                text(line, "state"));
    }
}
