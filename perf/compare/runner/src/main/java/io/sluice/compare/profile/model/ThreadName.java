package io.sluice.compare.profile.model;

import java.util.List;

/** What the JVM's own threads are for; the kernel keeps fifteen letters of a thread's name. */
public final class ThreadName {
    private static final List<String> GARBAGE = List.of("GC Thread", "VM Thread", "G1 ", "ZWorker", "ZDirector");
    private static final List<String> MACHINE =
            List.of("VM Periodic Tas", "Signal Dispatch", "Service Thread", "Monitor Deflati", "Attach Listener");

    private ThreadName() {}

    /** {@link Purpose#OWN} for threads that run Java, whose samples say more. */
    public static Purpose purpose(String name) {
        if (GARBAGE.stream().anyMatch(name::startsWith)) {
            return Purpose.GARBAGE;
        }
        if (name.contains("CompilerThre")) {
            return Purpose.COMPILER;
        }
        if (name.startsWith("JFR ")) {
            return Purpose.PROFILER;
        }
        return MACHINE.stream().anyMatch(name::startsWith) ? Purpose.MACHINE : Purpose.OWN;
    }
}
