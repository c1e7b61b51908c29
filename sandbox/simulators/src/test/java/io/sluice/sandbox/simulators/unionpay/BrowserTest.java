package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.browser.PagesContract;
import io.sluice.sandbox.simulators.unionpay.model.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest implements PagesContract {
    private UnionPaySimulator simulator;
    private RawMerchant merchant;

    @BeforeEach
    void start(@TempDir Path folder) {
        simulator = UnionPaySimulator.start(SimulatorConfig.in(folder).withPayer(Outcome.NEVER, Duration.ofMillis(10)));
        merchant = new RawMerchant(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Override
    public String base() {
        return "http://127.0.0.1:" + simulator.port();
    }

    @Override
    public String place(String number, String about) {
        merchant.post("frontTransReq.do", merchant.signed(RawMerchant.order(number, about)));
        return number;
    }

    @Override
    public String state(String number) {
        return merchant.query(number).replaceFirst("(?s).*origRespCode=([0-9A-Z]{2}).*", "$1");
    }

    @Override
    public String words(String button) {
        return "Back to the shop";
    }

    @Override
    public States states() {
        return new States("05", "00", "60");
    }
}
