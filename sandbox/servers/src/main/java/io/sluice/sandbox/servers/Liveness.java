package io.sluice.sandbox.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process still does anything. */
final class Liveness {
    private Liveness() {}

    /** Unlike {@link ProcessHandle#isAlive()} this is false for a process that has ended and that nobody has reaped. */
    static boolean of(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** Its first thread may be dead long before the last one lets go of its ports. */
    private static boolean isZombie(long pid) {
        var process = Path.of("/proc", String.valueOf(pid));
        try (var threads = Files.list(process.resolve("task"))) {
            var stat = Files.readString(process.resolve("stat"));
            // "pid (name) state …", and the name may hold anything.
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2) && threads.count() <= 1;
        } catch (IOException e) {
            // No such file system here, or the process is gone, which isAlive() tells next time.
            return false;
        }
    }
}
