package io.sluice.compare.contestant;

import io.sluice.compare.measure.Group;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Sluice's edge with its admission as it is released: it refuses whom it must, as no contestant does. */
public final class GuardedSluice implements AutoCloseable {
    private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

    /** Compilers give way to requests, as in the edge's image, and survivors have room and are copied once: docs/adr/039. */
    private static final String OPTIONS = "-XX:ThreadPriorityPolicy=1 -XX:CompilerThreadPriority=4"
            + " -XX:JavaPriority9_To_OSPriority=0 -XX:JavaPriority10_To_OSPriority=0"
            + " -XX:-UseAdaptiveSizePolicy -XX:SurvivorRatio=8 -XX:MaxTenuringThreshold=1";

    /** Of a channel call: one that takes three seconds is slow, and has not failed. */
    private static final Sluice.Telling PATIENT_WITH_CHANNELS =
            new Sluice.Telling(true, Map.of("SLUICE_CHANNEL_DEADLINE", "PT10S", JVM_OPTIONS, OPTIONS));

    private static final Sluice.Telling LETTING_NOBODY_IN =
            new Sluice.Telling(true, Map.of("SLUICE_EDGE_ADMISSION_MOST_OPEN", "0", JVM_OPTIONS, OPTIONS));

    private final Sluice sluice;

    private GuardedSluice(Sluice sluice) {
        this.sluice = sluice;
    }

    /**
     * Starts one. Blocks until it is ready.
     *
     * @param merchants how many pay
     * @param keys where their keys are written: a line for each
     */
    public static GuardedSluice start(String name, Ground ground, int portBase, int merchants, Path keys) {
        var sluice = Sluice.start(name, ground, portBase, Sluice.EDGE_ONLY, PATIENT_WITH_CHANNELS);
        new MerchantSeed(sluice.place(), ground).seed(merchants, keys);
        return new GuardedSluice(sluice);
    }

    /** Starts one that refuses every request, so that it can be seen what that costs. */
    public static GuardedSluice refusingAll(String name, Ground ground, int portBase) {
        return new GuardedSluice(Sluice.start(name, ground, portBase, Sluice.EDGE_ONLY, LETTING_NOBODY_IN));
    }

    public String name() {
        return sluice.name();
    }

    public int port() {
        return sluice.port();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** The edge's process. */
    public Group service() {
        return sluice.processes().getFirst();
    }

    public List<Group> processes() {
        return sluice.processes();
    }

    @Override
    public void close() {
        sluice.close();
    }
}
