package io.sluice.channels.bank;

import io.sluice.channels.contract.ChargeContract;
import io.sluice.channels.contract.DoubtContract;
import io.sluice.channels.contract.GivingBackContract;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class ContractTest implements ChargeContract, DoubtContract, GivingBackContract {

    private static final Simulator SIMULATOR = new Simulator();

    private final Terminal terminal = new Terminal(SIMULATOR, Map.of());

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Override
    public Terminal shop() {
        return terminal;
    }
}
