package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.unionpay.model.Outcome;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a simulator runs.
 *
 * @param port on loopback; 0 takes a free one
 * @param folder where keys and the journal live; the same folder goes on with the same transactions
 * @param timeScale how much faster than real time resends and late notices are; 1000 turns 60 s into 60 ms
 * @param outcome what orders meet with unless they or the control API say otherwise
 * @param payerDelay how long the payer takes; not scaled
 */
public record SimulatorConfig(int port, Path folder, double timeScale, Outcome outcome, Duration payerDelay) {

    /** A free port, real time, payers who pay after 800 ms. */
    public static SimulatorConfig in(Path folder) {
        return new SimulatorConfig(0, folder, 1, Outcome.APPROVED, Duration.ofMillis(800));
    }

    public SimulatorConfig withPort(int newPort) {
        return new SimulatorConfig(newPort, folder, timeScale, outcome, payerDelay);
    }

    public SimulatorConfig withTimeScale(double scale) {
        return new SimulatorConfig(port, folder, scale, outcome, payerDelay);
    }

    public SimulatorConfig withPayer(Outcome usual, Duration delay) {
        return new SimulatorConfig(port, folder, timeScale, usual, delay);
    }
}
