package io.sluice.sandbox.run.channel;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.simulators.wechat.MerchantCredentials;
import io.sluice.sandbox.simulators.wechat.SimulatorConfig;
import io.sluice.sandbox.simulators.wechat.WeChatSimulator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** WeChat Pay with two accounts of the demo merchant: payments go to the second when the first fails. */
record WeChatHere(WeChatSimulator simulator, int httpPort) implements RunningChannel {
    private static final List<String> NUMBERS = List.of(SimulatorConfig.DEMO_MERCHANT, "1900000002");

    static RunningChannel start(Place place, int httpPort) {
        var simulator = WeChatSimulator.start(SimulatorConfig.in(place.simulator(Simulator.WECHAT))
                .withPort(place.port(Simulator.WECHAT.port()))
                .withOwnMerchants(NUMBERS)
                .withTimeScale(TIME_SCALE));
        return new WeChatHere(simulator, httpPort);
    }

    @Override
    public List<ObjectNode> accounts() {
        return IntStream.range(0, NUMBERS.size())
                .mapToObj(preference -> account(simulator.credentials(NUMBERS.get(preference)), preference))
                .toList();
    }

    private ObjectNode account(MerchantCredentials credentials, int preference) {
        var account = Json.object().put("preference", preference);
        account.putObject("fields")
                .put("app_id", credentials.appid())
                .put("merchant_id", credentials.mchid())
                .put("merchant_serial", credentials.merchantSerial())
                .put("merchant_private_key", credentials.privateKeyPem())
                .put("api_v3_key", credentials.apiV3Key())
                .put("base_url", "http://127.0.0.1:" + httpPort)
                .put("in_doubt_seconds", "5");
        return account;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
