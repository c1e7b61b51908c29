package io.sluice.channels.wechat;

import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.sandbox.simulators.wechat.MerchantCredentials;
import io.sluice.sandbox.simulators.wechat.SimulatorConfig;
import io.sluice.sandbox.simulators.wechat.WeChatSimulator;
import io.sluice.sandbox.simulators.wechat.model.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One simulator for all tests of this JVM; its payers pay after 20 ms and it resends a thousand times faster. */
final class Simulator {

    static final Path FOLDER = temporary();
    static final WeChatSimulator SERVER = WeChatSimulator.start(
            SimulatorConfig.in(FOLDER).withTimeScale(1000).withPayer(Outcome.APPROVED, Duration.ofMillis(20)));

    static final SimulatorControl CONTROL = new SimulatorControl(url());

    private Simulator() {}

    static String url() {
        return "http://127.0.0.1:" + SERVER.port();
    }

    static MerchantCredentials merchant() {
        return SERVER.credentials(SimulatorConfig.DEMO_MERCHANT);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("wechat-simulator");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
