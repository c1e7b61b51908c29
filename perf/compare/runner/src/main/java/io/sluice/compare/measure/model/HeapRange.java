package io.sluice.compare.measure.model;

import java.util.regex.Pattern;

/**
 * Where a JVM's heap lies among its memory.
 *
 * @param from its first address
 * @param to the first address after it
 */
public record HeapRange(long from, long to) {
    private static final Pattern ADDRESS = Pattern.compile("0x([0-9a-f]{16})");
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) .*");
    private static final String RESIDENT = "Rss:";

    /**
     * From what {@code jcmd GC.heap_info} says: every collector names the addresses of its spaces, and no others.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static HeapRange parse(String heapInfo) {
        long[] addresses = ADDRESS.matcher(heapInfo)
                .results()
                .mapToLong(found -> Long.parseUnsignedLong(found.group(1), 16))
                .sorted()
                .toArray();
        if (addresses.length < 2) {
            throw new IllegalArgumentException("no addresses in: " + heapInfo);
        }
        return new HeapRange(addresses[0], addresses[addresses.length - 1]);
    }

    /** Kilobytes resident outside of the heap, by what {@code /proc/PID/smaps} says: proc_pid_smaps(5). */
    public long residentOutsideKb(String smaps) {
        long sum = 0;
        boolean outside = true;
        for (String line : smaps.lines().toList()) {
            var mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                long begin = Long.parseUnsignedLong(mapping.group(1), 16);
                outside = begin < from || begin >= to;
            } else if (outside && line.startsWith(RESIDENT)) {
                sum += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return sum;
    }
}
