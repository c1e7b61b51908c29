package io.sluice.compare.profile;

import io.sluice.compare.measure.Jcmd;
import java.nio.file.Path;

/**
 * Flight Recorder in another JVM, sampling by CPU time: on Linux it sees a thread wherever it is, in native code and in the
 * kernel too, which its older sampler does not.
 */
public final class Recorder {
    private static final String NAME = "sluice";

    /** Deeper ones are cut at their outer end, where nothing is decided. */
    private static final int DEPTH = 512;

    /** The kernel looks at such clocks only as often as it ticks, 250 times a second on many machines. */
    private static final String EVERY = "1ms";

    /** Of memory: enough for a table, and cheap. */
    private static final String ALLOCATIONS = "500/s";

    private final long pid;

    private Recorder(long pid) {
        this.pid = pid;
    }

    /** Starts it. Blocks until it runs. */
    public static Recorder start(long pid) {
        Jcmd.tell(pid, "JFR.configure", "stackdepth=" + DEPTH);
        Jcmd.tell(
                pid,
                "JFR.start",
                "name=" + NAME,
                "settings=none",
                "+jdk.CPUTimeSample#enabled=true",
                "+jdk.CPUTimeSample#throttle=" + EVERY,
                "+jdk.ObjectAllocationSample#enabled=true",
                "+jdk.ObjectAllocationSample#throttle=" + ALLOCATIONS,
                "+jdk.GarbageCollection#enabled=true");
        return new Recorder(pid);
    }

    /** Ends it. Blocks until the file is written. */
    public void stop(Path file) {
        Jcmd.tell(pid, "JFR.stop", "name=" + NAME, "filename=" + file.toAbsolutePath());
    }
}
