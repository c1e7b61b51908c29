package io.sluice.compare.measure;

import io.sluice.compare.measure.model.ProcStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process with all that it started, under one name.
 *
 * @param pids of the topmost ones
 */
public record Group(String name, List<Long> pids) {
    private static final String RESIDENT = "VmRSS:";

    public Group {
        pids = List.copyOf(pids);
    }

    public static Group of(String name, long pid) {
        return new Group(name, List.of(pid));
    }

    /** User and system time so far, in milliseconds, of children that have ended too. */
    public double cpuMs() {
        return all().mapToDouble(pid -> cpuMs(pid)).sum();
    }

    /** Resident memory now, in megabytes; what processes share counts once for each. */
    public double residentMb() {
        return all().mapToLong(Group::residentKb).sum() / 1024.0;
    }

    private Stream<Long> all() {
        return pids.stream()
                .flatMap(pid -> Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid)));
    }

    private static double cpuMs(long pid) {
        String stat = read(pid, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        var parsed = ProcStat.parse(stat);
        return (parsed.ownTicks() + parsed.reapedTicks()) * ProcStat.MILLIS_A_TICK;
    }

    private static long residentKb(long pid) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith(RESIDENT))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Empty when the process has ended. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException e) {
            return "";
        }
    }
}
