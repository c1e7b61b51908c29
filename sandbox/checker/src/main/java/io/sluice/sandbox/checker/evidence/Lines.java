package io.sluice.sandbox.checker.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of JSON objects, one a line. */
final class Lines {
    static final JsonMapper MAPPER = new JsonMapper();

    private Lines() {}

    /** Every whole line; a crash may have torn one. A file that is not there has none. */
    static <T> List<T> read(@Nullable Path file, Function<JsonNode, T> as) {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("{") && line.endsWith("}"))
                    .map(MAPPER::readTree)
                    .map(as)
                    .toList();
        } catch (IOException e) {
            throw new EvidenceException("the file " + file + " cannot be read", e);
        }
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
