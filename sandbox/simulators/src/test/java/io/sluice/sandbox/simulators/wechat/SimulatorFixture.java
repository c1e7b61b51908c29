package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.CallbackInbox;
import io.sluice.sandbox.simulators.wechat.model.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulator of two merchants that lives a thousand times faster than real time, and a merchant's callback address. */
abstract class SimulatorFixture {
    static final String OTHER_MERCHANT = "1900000002";

    final CallbackInbox inbox = new CallbackInbox();
    WeChatSimulator simulator;
    RawMerchant merchant;
    private SimulatorConfig config;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        Keys.copyTo(folder);
        config = SimulatorConfig.in(folder)
                .withTimeScale(1000)
                .withPayer(Outcome.APPROVED, Duration.ofMillis(20))
                .withCallbackTimeout(Duration.ofSeconds(2))
                .withOwnMerchants(List.of(SimulatorConfig.DEMO_MERCHANT, OTHER_MERCHANT));
        open();
    }

    Path folder() {
        return config.folder();
    }

    /** Ends the simulator and starts another on its folder. */
    void restart() {
        simulator.close();
        open();
    }

    private void open() {
        simulator = WeChatSimulator.start(config);
        merchant = new RawMerchant(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
        inbox.close();
    }
}
