package io.sluice.sandbox.run.channel;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.simulators.alipay.AlipaySimulator;
import io.sluice.sandbox.simulators.alipay.SimulatorConfig;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Alipay with one app of the demo merchant. */
record AlipayHere(AlipaySimulator simulator, Place place, int httpPort) implements RunningChannel {
    static RunningChannel start(Place place, int httpPort) {
        var simulator = AlipaySimulator.start(SimulatorConfig.in(place.simulator(Simulator.ALIPAY))
                .withPort(place.port(Simulator.ALIPAY.port()))
                .withTimeScale(TIME_SCALE));
        return new AlipayHere(simulator, place, httpPort);
    }

    @Override
    public List<ObjectNode> accounts() {
        var credentials = simulator.credentials(SimulatorConfig.DEMO_APP);
        var account = Json.object();
        account.putObject("fields")
                .put("app_id", credentials.appId())
                .put("seller_id", credentials.sellerId())
                .put("app_private_key", credentials.privateKeyPem())
                .put("alipay_public_key", credentials.alipayPublicKeyPem())
                .put("base_url", "http://127.0.0.1:" + httpPort)
                .put("return_url", place.url(Port.WEBHOOK_RECEIVER) + "/thanks")
                .put("in_doubt_seconds", "5");
        return List.of(account);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
