package io.sluice.sandbox.simulators.alipay;

import io.sluice.sandbox.simulators.alipay.model.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a simulator runs.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param folder where keys and the journal live; the same folder continues with the same trades and book
 * @param timeScale how much faster than real time resends and late notifies are; 1000 turns 4 minutes into 240 ms
 * @param outcome what trades meet with unless they or the control API say otherwise
 * @param payerDelay how long the payer takes, and how long a slow refund takes; not scaled
 * @param callbackTimeout how long a merchant may take to answer a notify; not scaled
 * @param apps their numbers; the simulator makes and keeps their keys
 */
public record SimulatorConfig(
        String host,
        int port,
        Path folder,
        double timeScale,
        Outcome outcome,
        Duration payerDelay,
        Duration callbackTimeout,
        List<String> apps) {
    public static final String DEMO_APP = "9021000100000001";

    /** Loopback, a free port, real time, payers who pay after 800 ms, and one app. */
    public static SimulatorConfig in(Path folder) {
        return new SimulatorConfig(
                "127.0.0.1",
                0,
                folder,
                1,
                Outcome.APPROVED,
                Duration.ofMillis(800),
                Duration.ofSeconds(10),
                List.of(DEMO_APP));
    }

    public SimulatorConfig withPort(int newPort) {
        return new SimulatorConfig(host, newPort, folder, timeScale, outcome, payerDelay, callbackTimeout, apps);
    }

    public SimulatorConfig withTimeScale(double scale) {
        return new SimulatorConfig(host, port, folder, scale, outcome, payerDelay, callbackTimeout, apps);
    }

    public SimulatorConfig withPayer(Outcome usual, Duration delay) {
        return new SimulatorConfig(host, port, folder, timeScale, usual, delay, callbackTimeout, apps);
    }

    public SimulatorConfig withCallbackTimeout(Duration timeout) {
        return new SimulatorConfig(host, port, folder, timeScale, outcome, payerDelay, timeout, apps);
    }

    public SimulatorConfig withApps(List<String> numbers) {
        return new SimulatorConfig(host, port, folder, timeScale, outcome, payerDelay, callbackTimeout, numbers);
    }
}
