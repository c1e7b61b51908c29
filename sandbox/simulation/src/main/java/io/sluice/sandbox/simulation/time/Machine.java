package io.sluice.sandbox.simulation.time;

import java.time.Duration;

/**
 * One run of one process, or the world outside of the gateway. When it dies, nothing that it has scheduled ever runs.
 */
public final class Machine {

    private final String name;
    private final Duration skew;
    private boolean alive = true;

    /** @param skew how much its clock is ahead of the world's */
    public Machine(String name, Duration skew) {
        this.name = name;
        this.skew = skew;
    }

    public boolean isAlive() {
        return alive;
    }

    public void die() {
        alive = false;
    }

    Duration skew() {
        return skew;
    }

    @Override
    public String toString() {
        return name;
    }
}
