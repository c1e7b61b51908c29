package io.sluice.compare.report;

import io.sluice.compare.report.model.Ratio;
import io.sluice.compare.report.model.Rounds;
import io.sluice.sandbox.place.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The run for programs: the ratios' medians by name, their spreads, the machine, and every round as it was measured. */
public final class JsonReport {
    private JsonReport() {}

    public static void write(Path file, Rounds rounds, Machine machine) {
        var document = Json.object();
        var spreads = Json.object();
        for (Ratio ratio : Ratio.values()) {
            ratio.of(rounds).ifPresent(spread -> {
                document.put(ratio.key(), spread.median());
                spreads.putPOJO(ratio.key(), spread);
            });
        }
        document.set("spreads", spreads);
        document.putPOJO("machine", machine);
        document.putPOJO("rounds", rounds.all());
        try {
            Files.writeString(file, Json.pretty(document) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
