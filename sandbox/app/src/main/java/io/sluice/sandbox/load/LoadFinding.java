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
 * @param what was looked at
 * @param wanted of it; empty where it is only to be known
 * @param holds false when it was wanted otherwise
 */
public record LoadFinding(String what, String wanted, String seen, boolean holds) {
    private static final String FIGURE = "figure";
    private static final String NOTED = "noted";
    private static final String EXPECTED = "expected";

    /** Something to know. */
    static LoadFinding noted(String what, String seen) {
        return new LoadFinding(what, "", seen, true);
    }

    /** Whether it says what was wanted. */
    public boolean isExpectation() {
        return !wanted.isEmpty();
    }

    /** For people, on one line. */
    public String text() {
        return (isExpectation() ? what + ", " + wanted : what) + ": " + seen;
    }

    /** All in the file that the scenario left; none when it left no file. */
    public static List<LoadFinding> in(Path file) {
        return lines(file).stream()
                .filter(line -> line.has(NOTED) || line.has(EXPECTED))
                .map(LoadFinding::of)
                .toList();
    }

    private static LoadFinding of(JsonNode line) {
        return line.has(NOTED)
                ? noted(Json.text(line, NOTED), Json.text(line, "seen"))
                : new LoadFinding(
                        Json.text(line, EXPECTED),
                        Json.text(line, "wanted"),
                        Json.text(line, "seen"),
                        line.path("holds").asBoolean());
    }

    /** A number that the scenario left; 0 when it did not. */
    public static int figure(Path file, String name) {
        return lines(file).stream()
                .filter(line -> Json.text(line, FIGURE).equals(name))
                .mapToInt(line -> line.path("value").asInt())
                .findFirst()
                .orElse(0);
    }

    static List<JsonNode> lines(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Json::read).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
