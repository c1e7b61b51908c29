package io.sluice.sandbox.simulators.bank;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a bank host runs. Both its ports are on the loopback.
 *
 * @param port for terminals; 0 takes a free one
 * @param controlPort for people and tests, HTTP; 0 takes a free one
 * @param folder where keys and the book live; the same folder goes on with the same book
 * @param lateBy how late an answer is that comes when nobody waits any more
 */
public record SimulatorConfig(int port, int controlPort, Path folder, Duration lateBy) {

    /** Free ports; late answers come after eight seconds. */
    public static SimulatorConfig in(Path folder) {
        return new SimulatorConfig(0, 0, folder, Duration.ofSeconds(8));
    }

    public SimulatorConfig withPorts(int newPort, int newControlPort) {
        return new SimulatorConfig(newPort, newControlPort, folder, lateBy);
    }

    public SimulatorConfig withLateBy(Duration late) {
        return new SimulatorConfig(port, controlPort, folder, late);
    }
}
