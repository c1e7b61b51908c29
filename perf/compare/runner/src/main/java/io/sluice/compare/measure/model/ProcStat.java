package io.sluice.compare.measure.model;

/**
 * What {@code /proc/PID/stat} says of one process: proc_pid_stat(5), fields 14 to 17.
 *
 * @param ownTicks user and system time of the process itself
 * @param reapedTicks the same of children that ended and were waited for
 */
public record ProcStat(long ownTicks, long reapedTicks) {
    /** Linux's USER_HZ on every architecture that a JDK runs on. */
    public static final double MILLIS_A_TICK = 10;

    /** Of {@code utime} among the fields after the name; the name stands in brackets and may hold anything. */
    private static final int UTIME = 11;

    public static ProcStat parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new ProcStat(sum(fields, UTIME), sum(fields, UTIME + 2));
    }

    private static long sum(String[] fields, int first) {
        return Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1]);
    }
}
