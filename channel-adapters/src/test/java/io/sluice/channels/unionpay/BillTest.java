package io.sluice.channels.unionpay;

import io.sluice.channels.contract.BillContract;

class BillTest implements BillContract {
    private final Shop shop = new Shop();

    @Override
    public Shop shop() {
        return shop;
    }
}
