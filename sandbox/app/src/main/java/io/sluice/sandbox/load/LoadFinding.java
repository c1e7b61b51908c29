package io.sluice.sandbox.load;

import io.sluice.sandbox.place.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a scenario found beside Gatling's assertions.
 *
 * @param text what was expected or noted, and what was seen
 * @param holds false when it was expected otherwise
 */
public record LoadFinding(String text, boolean holds) {
    private static final String FIGURE = "figure";

    static LoadFinding expected(String what, String seen, boolean holds) {
        return new LoadFinding(what + ": " + seen, holds);
    }

    /** All in the file that the scenario left; none when it left no file. */
    static List<LoadFinding> in(Path file) {
        return lines(file).stream()
                .filter(line -> !line.has(FIGURE))
                .map(line -> new LoadFinding(
                        Json.text(line, line.has("noted") ? "noted" : "expected") + ": " + Json.text(line, "seen"),
                        line.path("holds").asBoolean(true)))
                .toList();
    }

    /** A number that the scenario left; 0 when it did not. */
    static int figure(Path file, String name) {
        return lines(file).stream()
                .filter(line -> Json.text(line, FIGURE).equals(name))
                .mapToInt(line -> line.path("value").asInt())
                .findFirst()
                .orElse(0);
    }

    private static List<JsonNode> lines(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Json::read).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
