package io.sluice.sandbox.load;

import io.sluice.sandbox.place.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * When a part of a scenario's load was.
 *
 * @param to the first moment after it
 */
public record LoadPhase(String name, Instant from, Instant to) {
    private static final String PHASE = "phase";

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** All in the file that the scenario left. */
    public static List<LoadPhase> in(Path file) {
        return LoadFinding.lines(file).stream()
                .filter(line -> line.has(PHASE))
                .map(line -> new LoadPhase(
                        Json.text(line, PHASE),
                        Instant.parse(Json.text(line, "from")),
                        Instant.parse(Json.text(line, "to"))))
                .toList();
    }
}
