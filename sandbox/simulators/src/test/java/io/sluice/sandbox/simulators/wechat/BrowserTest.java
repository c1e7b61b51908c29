package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.browser.PagesContract;
import java.io.IOException;
import java.io.UncheckedIOException;

class BrowserTest extends SimulatorFixture implements PagesContract {
    @Override
    public String base() {
        return "http://127.0.0.1:" + simulator.port();
    }

    @Override
    public String place(String number, String about) {
        try {
            merchant.order(merchant.order(number, 1500, inbox.url()).put("description", about));
            return number;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String state(String number) {
        return merchant.told("/orders/" + number).at("/trade_state").asString();
    }

    @Override
    public States states() {
        return new States("NOTPAY", "SUCCESS", "PAYERROR");
    }
}
