package io.sluice.channels.unionpay;

import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.sandbox.simulators.unionpay.SimulatorConfig;
import io.sluice.sandbox.simulators.unionpay.UnionPaySimulator;
import io.sluice.sandbox.simulators.unionpay.model.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One simulator for all tests of this JVM; its payers pay after 20 ms and it resends a thousand times faster. */
final class Simulator {

    static final UnionPaySimulator SERVER = UnionPaySimulator.start(
            SimulatorConfig.in(temporary()).withTimeScale(1000).withPayer(Outcome.APPROVED, Duration.ofMillis(20)));

    static final SimulatorControl CONTROL = new SimulatorControl(url());

    private Simulator() {}

    static String url() {
        return "http://127.0.0.1:" + SERVER.port();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("unionpay-simulator");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
