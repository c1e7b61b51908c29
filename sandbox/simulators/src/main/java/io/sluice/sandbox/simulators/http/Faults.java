package io.sluice.sandbox.simulators.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How often each fault strikes from now on, and how slow every answer is. */
public final class Faults {
    private final Map<Fault, AtomicInteger> left = new EnumMap<>(Fault.class);
    private volatile Duration latency = Duration.ZERO;

    public Faults() {
        for (Fault fault : Fault.values()) {
            left.put(fault, new AtomicInteger());
        }
    }

    /** Lets the fault strike so many requests; a negative number means all until it is set again. */
    public void set(Fault fault, int times) {
        counter(fault).set(times);
    }

    /** Whether the fault strikes this request; each request that asks uses up one stroke. */
    public boolean strikes(Fault fault) {
        return counter(fault).getAndUpdate(times -> times > 0 ? times - 1 : times) != 0;
    }

    public int left(Fault fault) {
        return counter(fault).get();
    }

    public Duration latency() {
        return latency;
    }

    public void latency(Duration everyAnswer) {
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
