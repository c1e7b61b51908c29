package io.sluice.sandbox.run.channel;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.simulators.wechat.SimulatorConfig;
import io.sluice.sandbox.simulators.wechat.WeChatSimulator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** WeChat Pay with two accounts of the demo merchant: payments go to the second when the first fails. */
record WeChatHere(WeChatSimulator simulator, Place place, int httpPort) implements RunningChannel {
    private static final List<String> NUMBERS = List.of(SimulatorConfig.DEMO_MERCHANT, "1900000002");

    static RunningChannel start(Place place, int httpPort) {
        var simulator = WeChatSimulator.start(SimulatorConfig.in(place.simulator(Simulator.WECHAT))
                .withPort(place.port(Simulator.WECHAT.port()))
                .withOwnMerchants(NUMBERS)
                .withTimeScale(TIME_SCALE));
        return new WeChatHere(simulator, place, httpPort);
    }

    @Override
    public List<ObjectNode> accounts() {
        return IntStream.range(0, NUMBERS.size())
                .mapToObj(preference -> WeChatAccounts.of(place, NUMBERS.get(preference), httpPort)
                        .put("preference", preference))
                .toList();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
