package io.sluice.compare.overload;

import io.sluice.compare.overload.model.Line;
import io.sluice.compare.report.Machine;
import io.sluice.sandbox.place.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The table for programs, with the machine. */
public final class OverloadJson {
    private OverloadJson() {}

    public static void write(Path file, List<Line> lines, Machine machine) {
        var document = Json.object();
        document.putPOJO("machine", machine);
        document.put("cores", OverloadRun.cores());
        document.putPOJO("lines", lines);
        try {
            Files.writeString(file, Json.pretty(document) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
