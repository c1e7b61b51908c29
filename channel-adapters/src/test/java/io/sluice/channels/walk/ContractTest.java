package io.sluice.channels.walk;

import io.sluice.channels.contract.CallbackContract;
import io.sluice.channels.contract.FaultContract;
import io.sluice.channels.contract.PayContract;

class ContractTest implements PayContract, FaultContract, CallbackContract {
    private final Shop shop = new Shop();

    @Override
    public Shop shop() {
        return shop;
    }
}
