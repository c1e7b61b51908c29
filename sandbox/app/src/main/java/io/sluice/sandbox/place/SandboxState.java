package io.sluice.sandbox.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sandbox says about itself in its state file.
 *
 * @param portBase where its ports count from
 * @param pid the process that owns it all
 * @param birth when that process began, which tells it from a later one of the same number
 * @param mode {@code one-jvm} or {@code processes}
 * @param phase how far it is
 * @param doing what it waits for, or why it failed
 * @param startedAt RFC 3339
 * @param readyMs from the start of its process until everything was ready; 0 before
 * @param parts what runs
 */
public record SandboxState(
        int portBase,
        long pid,
        String birth,
        String mode,
        Phase phase,
        String doing,
        String startedAt,
        long readyMs,
        List<Part> parts) {

    public static final String PROCESSES = "processes";
    public static final String ONE_JVM = "one-jvm";

    /** The stages of a sandbox's life. */
    public enum Phase {
        STARTING,
        READY,
        FAILED,
        STOPPING
    }

    /**
     * One thing that runs.
     *
     * @param health where it says whether it is ready, null when it has no such page
     */
    public record Part(
            String name, String address, long pid, @Nullable String health) {}

    public boolean lives() {
        return ProcessHandle.of(pid)
                .filter(process -> process.isAlive() && birth(process).equals(birth))
                .isPresent();
    }

    public static String birth(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
