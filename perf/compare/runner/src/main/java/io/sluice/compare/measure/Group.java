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
    private static final String MOST_RESIDENT = "VmHWM:";

    /** Forgets the peak: proc_pid_clear_refs(5). */
    private static final String FORGET_PEAK = "5";

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
        return all().mapToLong(pid -> kilobytes(pid, RESIDENT)).sum() / 1024.0;
    }

    /** The most that was resident since {@link #forgetPeak}, in megabytes. */
    public double peakResidentMb() {
        return all().mapToLong(pid -> kilobytes(pid, MOST_RESIDENT)).sum() / 1024.0;
    }

    /** From now on another peak is looked for; where the kernel does not let us, it stays that since the start. */
    public void forgetPeak() {
        all().forEach(Group::forgetPeakOf);
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

    private static long kilobytes(long pid, String name) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static void forgetPeakOf(long pid) {
        try {
            Files.writeString(Path.of("/proc", String.valueOf(pid), "clear_refs"), FORGET_PEAK);
        } catch (IOException e) {
            // The peak since the start is no less.
        }
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
