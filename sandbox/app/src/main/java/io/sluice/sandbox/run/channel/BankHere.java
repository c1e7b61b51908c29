package io.sluice.sandbox.run.channel;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.simulators.bank.BankSimulator;
import io.sluice.sandbox.simulators.bank.SimulatorConfig;
import io.sluice.sandbox.simulators.bank.model.Cards;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A bank with one terminal of the demo merchant. */
record BankHere(BankSimulator simulator, Place place) implements RunningChannel {
    /** When the reversal of what was not answered in five seconds is over. */
    private static final Duration LATE_BY = Duration.ofSeconds(12);

    /** Of the demo merchant's own account: the bank tells its balance by it. */
    private static final String OWN_CARD = Cards.UNIONPAY + "=3112";

    static RunningChannel start(Place place) {
        var simulator = BankSimulator.start(SimulatorConfig.in(place.simulator(Simulator.BANK))
                .withPorts(place.port(Port.BANK_HOST), place.port(Simulator.BANK.port()))
                .withLateBy(LATE_BY));
        return new BankHere(simulator, place);
    }

    @Override
    public List<ObjectNode> accounts() {
        var credentials = simulator.credentials();
        var account = Json.object();
        account.putObject("fields")
                .put("host", "127.0.0.1")
                .put("port", String.valueOf(place.port(Port.BANK_HOST)))
                .put("terminal_id", credentials.terminal())
                .put("merchant_no", credentials.merchant())
                .put("acquirer_id", credentials.acquirer())
                .put("mac_key", credentials.macKey())
                .put("own_card", OWN_CARD);
        return List.of(account);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
