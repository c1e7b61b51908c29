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

    private static boolean isZombie(long pid) {
        var stat = Path.of("/proc", String.valueOf(pid), "stat");
        try {
            var line = Files.readString(stat);
            // "pid (name) state …", and the name may hold anything.
            return line.startsWith("Z", line.lastIndexOf(')') + 2);
        } catch (IOException e) {
            // No such file system here, or the process is gone, which isAlive() tells next time.
            return false;
        }
    }
}
