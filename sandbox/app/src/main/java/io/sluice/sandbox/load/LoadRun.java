package io.sluice.sandbox.load;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.Simulator;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One scenario against one sandbox: its merchants, its folder, its Gatling. */
public final class LoadRun {
    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Place place;
    private final LoadPlan plan;
    private final Path folder;

    private LoadRun(Place place, LoadPlan plan) {
        this.place = place;
        this.plan = plan;
        this.folder = Place.createFolder(place.folder()
                .resolve("load")
                .resolve(plan.scenario().label() + "-" + FOLDER.format(LocalDateTime.now(ZoneId.systemDefault()))));
    }

    /**
     * Returns when the load has ended and Gatling's report is written. Blocks for that long.
     *
     * @param progress told what is going on
     */
    public static LoadResult run(Place place, LoadPlan plan, Consumer<String> progress) {
        LoadPlan known = plan.needsCapacity() ? plan.at(capacity(place, progress)) : plan;
        return new LoadRun(place, known).run(progress);
    }

    private static int capacity(Place place, Consumer<String> progress) {
        var run = new LoadRun(place, LoadPlan.of(LoadScenario.RAMP, null, null, null));
        run.run(progress);
        int capacity = LoadFinding.figure(run.findings(), "capacity");
        if (capacity == 0) {
            throw new SandboxException(
                    "the capacity could not be measured, see " + Place.shown(run.folder) + ": name one with --rate");
        }
        return capacity;
    }

    private LoadResult run(Consumer<String> progress) {
        new LoadMerchants(place).writeKeys(keys(), plan.scenario().merchants());
        var output = new GatlingOutput(plan.scenario().label() + " at " + plan.rate() + "/s", progress);
        List<LoadFinding> ofMemory = new ArrayList<>();
        int code = plan.scenario().watchesMemory() ? watched(output, ofMemory) : gatling(output);
        return new LoadResult(
                folder,
                code == 0,
                output.summary(),
                Stream.concat(LoadFinding.in(findings()).stream(), ofMemory.stream())
                        .toList());
    }

    private int watched(GatlingOutput output, List<LoadFinding> findings) {
        try (var memory = MemoryWatch.start(place)) {
            int code = gatling(output);
            findings.addAll(memory.findings());
            return code;
        }
    }

    private int gatling(GatlingOutput output) {
        return new GatlingProcess(folder).run(plan.scenario().simulation(), settings(), output::line);
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private Path findings() {
        return folder.resolve("findings.jsonl");
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("edge", place.url(Port.EDGE));
        for (Simulator simulator : Simulator.values()) {
            settings.put("simulator." + simulator.channel(), place.url(simulator.port()));
        }
        settings.put("keys", keys().toString());
        settings.put("findings", findings().toString());
        settings.put("rate", String.valueOf(plan.rate()));
        settings.put("users", String.valueOf(plan.users()));
        settings.put("seconds", String.valueOf(plan.duration().toSeconds()));
        return settings;
    }
}
