package io.sluice.channels.wechat;

import io.sluice.channels.contract.CallbackContract;
import io.sluice.channels.contract.FaultContract;
import io.sluice.channels.contract.PayContract;
import io.sluice.channels.contract.RefundContract;

class ContractTest implements PayContract, FaultContract, CallbackContract, RefundContract {
    private final Shop shop = new Shop();

    @Override
    public Shop shop() {
        return shop;
    }
}
