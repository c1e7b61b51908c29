package io.sluice.channels.alipay;

import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.sandbox.simulators.alipay.AlipaySimulator;
import io.sluice.sandbox.simulators.alipay.MerchantCredentials;
import io.sluice.sandbox.simulators.alipay.SimulatorConfig;
import io.sluice.sandbox.simulators.alipay.model.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One simulator for all tests of this JVM; its payers pay after 20 ms, and it resends a hundred times faster. */
final class Simulator {

    private static final AlipaySimulator SERVER = AlipaySimulator.start(
            SimulatorConfig.in(temporary()).withTimeScale(100).withPayer(Outcome.APPROVED, Duration.ofMillis(20)));

    static final SimulatorControl CONTROL = new SimulatorControl(url());

    private Simulator() {}

    static String url() {
        return "http://127.0.0.1:" + SERVER.port();
    }

    static MerchantCredentials merchant() {
        return SERVER.credentials(SimulatorConfig.DEMO_APP);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("alipay-simulator");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
