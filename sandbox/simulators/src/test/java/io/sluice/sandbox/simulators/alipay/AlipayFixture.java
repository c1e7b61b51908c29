package io.sluice.sandbox.simulators.alipay;

import io.sluice.sandbox.simulators.CallbackInbox;
import io.sluice.sandbox.simulators.alipay.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulator that lives ten thousand times faster than real time, its merchant with the official SDK, and an inbox. */
abstract class AlipayFixture {
    static final String OTHER_APP = "9021000100000002";
    private static @Nullable Path keys;

    final CallbackInbox inbox = new CallbackInbox();
    AlipaySimulator simulator;
    OfficialAlipay merchant;
    private SimulatorConfig config;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        copyKeys(folder);
        config = SimulatorConfig.in(folder)
                .withTimeScale(10_000)
                .withPayer(Outcome.APPROVED, Duration.ofMillis(20))
                .withCallbackTimeout(Duration.ofSeconds(2))
                .withApps(List.of(SimulatorConfig.DEMO_APP, OTHER_APP));
        inbox.answer(number -> 200);
        inbox.say("success");
        open();
    }

    /** Ends the simulator and starts another on its folder. */
    void restart() {
        simulator.close();
        open();
    }

    private void open() {
        simulator = AlipaySimulator.start(config);
        merchant = new OfficialAlipay(simulator, simulator.credentials(SimulatorConfig.DEMO_APP), inbox.url());
    }

    @AfterEach
    void stop() {
        simulator.close();
        inbox.close();
    }

    /** Made once for all tests of a JVM: RSA keys are slow to make. */
    private static synchronized void copyKeys(Path folder) throws IOException {
        if (keys == null) {
            keys = Files.createTempDirectory("alipay-keys");
            AlipaySimulator.start(SimulatorConfig.in(keys).withApps(List.of(SimulatorConfig.DEMO_APP, OTHER_APP)))
                    .close();
        }
        Path to = Files.createDirectories(folder.resolve("keys"));
        try (var files = Files.list(keys.resolve("keys"))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
