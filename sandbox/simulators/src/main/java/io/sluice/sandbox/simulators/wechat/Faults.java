package io.sluice.sandbox.simulators.wechat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How often each fault strikes from now on, and how slow every answer is. */
final class Faults {
    private final Map<Fault, AtomicInteger> left = new EnumMap<>(Fault.class);
    private volatile Duration latency = Duration.ZERO;

    Faults() {
        for (Fault fault : Fault.values()) {
            left.put(fault, new AtomicInteger());
        }
    }

    /** Lets the fault strike so many requests; a negative number means all until it is set again. */
    void set(Fault fault, int times) {
        counter(fault).set(times);
    }

    /** Whether the fault strikes this request; each request that asks uses up one stroke. */
    boolean strikes(Fault fault) {
        return counter(fault).getAndUpdate(times -> times > 0 ? times - 1 : times) != 0;
    }

    int left(Fault fault) {
        return counter(fault).get();
    }

    Duration latency() {
        return latency;
    }

    void latency(Duration everyAnswer) {
        latency = everyAnswer;
    }

    private AtomicInteger counter(Fault fault) {
        AtomicInteger counter = left.get(fault);
        if (counter == null) {
            throw new IllegalStateException("Every fault has a counter");
        }
        return counter;
    }
}
