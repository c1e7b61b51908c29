package io.sluice.compare.measure;

import io.sluice.compare.measure.model.HeapRange;
import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds: the objects that a full collection leaves, and what is resident outside of the heap (buffers, stacks,
 * code). What is resident within the heap says nothing, for it is garbage and empty space too.
 */
public record JvmMemory(double heapKb, double outsideKb) {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final double BYTES_A_KB = 1024;

    /** Collects everything first. Blocks for that long. */
    public static JvmMemory of(long pid) {
        var range = HeapRange.parse(Jcmd.tell(pid, "GC.heap_info"));
        Matcher total = TOTAL.matcher(Jcmd.tell(pid, "GC.class_histogram"));
        if (!total.find()) {
            throw new SandboxException("the JVM of process " + pid + " did not say what its heap holds");
        }
        return new JvmMemory(Long.parseLong(total.group(1)) / BYTES_A_KB, range.residentOutsideKb(smaps(pid)));
    }

    public double sumKb() {
        return heapKb + outsideKb;
    }

    private static String smaps(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "smaps"));
        } catch (IOException e) {
            throw new SandboxException("cannot read the memory map of process " + pid + ": " + e.getMessage(), e);
        }
    }
}
