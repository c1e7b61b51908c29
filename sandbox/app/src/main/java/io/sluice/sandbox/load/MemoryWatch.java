package io.sluice.sandbox.load;

import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxState;
import io.sluice.sandbox.place.StateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Looks every second at the resident memory of the process that the edge runs in, until it is closed. */
public final class MemoryWatch implements AutoCloseable {
    /** Of the edge in a process of its own, and at any load. */
    private static final int MOST_MB = 600;

    /** What the last third may have above the one before it, and still be called flat. */
    private static final double TOLERANCE = 1.1;

    private final boolean alone;
    private final long pid;
    private final List<Integer> megabytes = new CopyOnWriteArrayList<>();
    private final Thread watch = Thread.ofVirtual().unstarted(this::look);
    private volatile boolean ended;

    private MemoryWatch(boolean alone, long pid) {
        this.alone = alone;
        this.pid = pid;
    }

    static MemoryWatch start(Place place) {
        SandboxState state = StateFile.ofLiving(place).orElseThrow();
        long pid = state.parts().stream()
                .filter(part -> part.name().equals("edge"))
                .mapToLong(SandboxState.Part::pid)
                .findFirst()
                .orElse(state.pid());
        return start(state.mode().equals(SandboxState.PROCESSES), pid);
    }

    /** Of an edge in a process of its own. */
    public static MemoryWatch start(long pid) {
        return start(true, pid);
    }

    private static MemoryWatch start(boolean alone, long pid) {
        var memory = new MemoryWatch(alone, pid);
        memory.watch.start();
        return memory;
    }

    private void look() {
        while (!ended) {
            try {
                Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
                String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
                if (!kilobytes.isEmpty()) {
                    megabytes.add(Integer.parseInt(kilobytes) / 1024);
                }
            } catch (IOException e) {
                return;
            }
            Pause.of(Duration.ofSeconds(1));
        }
    }

    /** What was seen so far: whether it was too much, where the edge has a process of its own, and whether it grew. */
    public List<LoadFinding> findings() {
        if (megabytes.size() < 3) {
            return List.of(new LoadFinding("the edge's memory", "seen", "'ps' did not tell", false));
        }
        int third = megabytes.size() / 3;
        int middle = most(megabytes.subList(third, 2 * third));
        int last = most(megabytes.subList(2 * third, megabytes.size()));
        var flat = new LoadFinding(
                "the edge's memory in the last third of the run",
                "at most 10 % above the middle one",
                last + " MB after " + middle + " MB",
                last <= middle * TOLERANCE);
        int most = most(megabytes);
        return List.of(
                flat,
                alone
                        ? new LoadFinding(
                                "the edge's memory", "at most " + MOST_MB + " MB", most + " MB", most <= MOST_MB)
                        : LoadFinding.noted(
                                "all apps in one JVM hold (up --processes tells the edge's)", most + " MB"));
    }

    private static int most(List<Integer> megabytes) {
        return megabytes.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    @Override
    public void close() {
        ended = true;
    }
}
