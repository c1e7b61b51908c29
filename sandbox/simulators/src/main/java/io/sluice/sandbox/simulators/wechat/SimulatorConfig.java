package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.wechat.model.Outcome;
import io.sluice.sandbox.simulators.wechat.wire.Merchant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a simulator runs.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param folder where keys and the journal live; the same folder continues with the same orders and book
 * @param timeScale how much faster than real time resends and late callbacks are; 1000 turns 15 s into 15 ms
 * @param outcome what orders meet with unless they or the control API say otherwise
 * @param payerDelay how long the payer takes, and how long a refund takes; not scaled
 * @param callbackTimeout how long a merchant may take to answer a callback; not scaled
 * @param merchants merchants whose keys were made elsewhere
 * @param ownMerchants numbers (mchid) of merchants for whom the simulator makes and keeps the keys itself
 */
public record SimulatorConfig(
        String host,
        int port,
        Path folder,
        double timeScale,
        Outcome outcome,
        Duration payerDelay,
        Duration callbackTimeout,
        List<Merchant> merchants,
        List<String> ownMerchants) {
    public static final String DEMO_MERCHANT = "1900000001";

    /** Loopback, a free port, real time, payers who pay after 800 ms, and one merchant of the simulator's own. */
    public static SimulatorConfig in(Path folder) {
        return new SimulatorConfig(
                "127.0.0.1",
                0,
                folder,
                1,
                Outcome.APPROVED,
                Duration.ofMillis(800),
                Duration.ofSeconds(5),
                List.of(),
                List.of(DEMO_MERCHANT));
    }

    public SimulatorConfig withPort(int newPort) {
        return new SimulatorConfig(
                host, newPort, folder, timeScale, outcome, payerDelay, callbackTimeout, merchants, ownMerchants);
    }

    public SimulatorConfig withTimeScale(double scale) {
        return new SimulatorConfig(
                host, port, folder, scale, outcome, payerDelay, callbackTimeout, merchants, ownMerchants);
    }

    public SimulatorConfig withPayer(Outcome usual, Duration delay) {
        return new SimulatorConfig(
                host, port, folder, timeScale, usual, delay, callbackTimeout, merchants, ownMerchants);
    }

    public SimulatorConfig withCallbackTimeout(Duration timeout) {
        return new SimulatorConfig(
                host, port, folder, timeScale, outcome, payerDelay, timeout, merchants, ownMerchants);
    }

    public SimulatorConfig withMerchants(List<Merchant> known) {
        return new SimulatorConfig(
                host, port, folder, timeScale, outcome, payerDelay, callbackTimeout, known, ownMerchants);
    }

    public SimulatorConfig withOwnMerchants(List<String> mchids) {
        return new SimulatorConfig(
                host, port, folder, timeScale, outcome, payerDelay, callbackTimeout, merchants, mchids);
    }
}
