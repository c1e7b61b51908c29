package io.sluice.compare.report;

import io.sluice.compare.report.model.Goal;
import io.sluice.compare.report.model.Goals;
import io.sluice.compare.report.model.Measured;
import io.sluice.compare.report.model.Ratio;
import io.sluice.compare.report.model.Rounds;
import io.sluice.sandbox.place.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ArrayNode;

/** The run for programs: the ratios' medians by name, their spreads, the machine, and every round as it was measured. */
public final class JsonReport {
    private JsonReport() {}

    public static void write(Path file, Measured measured, Machine machine) {
        Rounds rounds = measured.rounds();
        var document = Json.object();
        var spreads = Json.object();
        for (Ratio ratio : Ratio.values()) {
            ratio.of(rounds).ifPresent(spread -> {
                document.put(ratio.key(), spread.median());
                spreads.putPOJO(ratio.key(), spread);
            });
        }
        document.set("spreads", spreads);
        document.set("goals", goals(measured));
        document.put("steady_per_s", measured.steadyPerSecond());
        measured.soak().ifPresent(soak -> document.putPOJO("soak", soak.looks()));
        document.putPOJO("machine", machine);
        document.putPOJO("rounds", rounds.all());
        try {
            Files.writeString(file, Json.pretty(document) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static ArrayNode goals(Measured measured) {
        var goals = Json.object().putArray("goals");
        for (Goal goal : Goals.of(measured)) {
            var row = goals.addObject()
                    .put("what", goal.what())
                    .put(goal.atLeast() ? "at_least" : "at_most", goal.bound());
            goal.found().ifPresent(found -> row.putPOJO("found", found).put("reached", goal.isReached()));
        }
        return goals;
    }
}
