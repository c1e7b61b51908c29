package io.sluice.sandbox.simulators.alipay;

import io.sluice.sandbox.simulators.browser.PagesContract;

class BrowserTest extends AlipayFixture implements PagesContract {
    @Override
    public String base() {
        return "http://127.0.0.1:" + simulator.port();
    }

    @Override
    public String place(String number, String about) {
        merchant.precreate(number, "15.00", about);
        return number;
    }

    @Override
    public String state(String number) {
        return merchant.query(number).getTradeStatus();
    }

    /** A payer whose bank declined may try again. */
    @Override
    public States states() {
        return new States("WAIT_BUYER_PAY", "TRADE_SUCCESS", "WAIT_BUYER_PAY");
    }
}
