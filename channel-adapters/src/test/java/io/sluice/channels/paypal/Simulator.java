package io.sluice.channels.paypal;

import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.sandbox.simulators.paypal.MerchantCredentials;
import io.sluice.sandbox.simulators.paypal.PayPalSimulator;
import io.sluice.sandbox.simulators.paypal.SimulatorConfig;
import io.sluice.sandbox.simulators.paypal.model.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One simulator for all tests of this JVM; its payers approve after 20 ms and it resends a thousand times faster. */
final class Simulator {

    static final Path FOLDER = temporary();
    static final PayPalSimulator SERVER = PayPalSimulator.start(
            SimulatorConfig.in(FOLDER).withTimeScale(1000).withPayer(Outcome.APPROVED, Duration.ofMillis(20)));

    static final SimulatorControl CONTROL = new SimulatorControl(url());

    private Simulator() {}

    static String url() {
        return "http://127.0.0.1:" + SERVER.port();
    }

    static MerchantCredentials merchant() {
        return SERVER.credentials();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("paypal-simulator");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
