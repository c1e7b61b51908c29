package io.sluice.compare.profile;

import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        var recorder = new Recorder(pid);
        recorder.tell("JFR.configure", "stackdepth=" + DEPTH);
        recorder.tell(
                "JFR.start",
                "name=" + NAME,
                "settings=none",
                "+jdk.CPUTimeSample#enabled=true",
                "+jdk.CPUTimeSample#throttle=" + EVERY,
                "+jdk.ObjectAllocationSample#enabled=true",
                "+jdk.ObjectAllocationSample#throttle=" + ALLOCATIONS,
                "+jdk.GarbageCollection#enabled=true");
        return recorder;
    }

    /** Ends it. Blocks until the file is written. */
    public void stop(Path file) {
        tell("JFR.stop", "name=" + NAME, "filename=" + file.toAbsolutePath());
    }

    private void tell(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(String.valueOf(pid));
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || said.contains("doesn't exist")) {
                throw new SandboxException("Flight Recorder of process " + pid + " did not " + words[0] + ": " + said);
            }
        } catch (IOException e) {
            throw new SandboxException("a profile needs a JDK's jcmd: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted", e);
        }
    }
}
