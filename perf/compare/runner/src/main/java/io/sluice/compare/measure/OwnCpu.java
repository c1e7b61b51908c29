package io.sluice.compare.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process spends, which is the load generator's cost while it sends and does nothing else. */
public final class OwnCpu {
    private static final double NANOS_A_MILLI = 1e6;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private OwnCpu() {}

    /** User and system time so far, in milliseconds, without children. */
    public static double ms() {
        return SYSTEM.getProcessCpuTime() / NANOS_A_MILLI;
    }
}
