package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.paypal.model.Outcome;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a simulator runs.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param folder where keys and the journal live; the same folder continues with the same orders and book
 * @param timeScale how much faster than real time resends and late webhooks are; 1000 turns 15 s into 15 ms
 * @param outcome what orders meet with unless they or the control API say otherwise
 * @param payerDelay how long the payer takes; not scaled
 * @param callbackTimeout how long a merchant may take to answer a webhook; not scaled
 * @param tokenLife how long an access token lives; not scaled
 */
public record SimulatorConfig(
        String host,
        int port,
        Path folder,
        double timeScale,
        Outcome outcome,
        Duration payerDelay,
        Duration callbackTimeout,
        Duration tokenLife) {
    /** The one merchant, for whom the simulator makes the credentials itself. */
    public static final String DEMO_CLIENT = "demo-client";

    /** Loopback, a free port, real time, payers who approve after 800 ms, tokens for nine hours. */
    public static SimulatorConfig in(Path folder) {
        return new SimulatorConfig(
                "127.0.0.1",
                0,
                folder,
                1,
                Outcome.APPROVED,
                Duration.ofMillis(800),
                Duration.ofSeconds(10),
                Duration.ofHours(9));
    }

    public SimulatorConfig withPort(int newPort) {
        return new SimulatorConfig(host, newPort, folder, timeScale, outcome, payerDelay, callbackTimeout, tokenLife);
    }

    public SimulatorConfig withTimeScale(double scale) {
        return new SimulatorConfig(host, port, folder, scale, outcome, payerDelay, callbackTimeout, tokenLife);
    }

    public SimulatorConfig withPayer(Outcome usual, Duration delay) {
        return new SimulatorConfig(host, port, folder, timeScale, usual, delay, callbackTimeout, tokenLife);
    }
}
