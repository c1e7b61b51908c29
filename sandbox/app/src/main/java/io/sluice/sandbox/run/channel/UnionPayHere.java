package io.sluice.sandbox.run.channel;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.simulators.unionpay.SimulatorConfig;
import io.sluice.sandbox.simulators.unionpay.UnionPaySimulator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** UnionPay with one account of the demo merchant. */
record UnionPayHere(UnionPaySimulator simulator, Place place, int httpPort) implements RunningChannel {

    static RunningChannel start(Place place, int httpPort) {
        var simulator = UnionPaySimulator.start(SimulatorConfig.in(place.simulator(Simulator.UNIONPAY))
                .withPort(place.port(Simulator.UNIONPAY.port()))
                .withTimeScale(TIME_SCALE));
        return new UnionPayHere(simulator, place, httpPort);
    }

    @Override
    public List<ObjectNode> accounts() {
        var credentials = simulator.credentials();
        var account = Json.object();
        account.putObject("fields")
                .put("merchant_id", credentials.merId())
                .put("certificate_id", credentials.certId())
                .put("sign_method", credentials.signMethod())
                .put("private_key", credentials.privateKeyPem())
                .put("root_certificates", credentials.rootPem())
                .put("encryption_certificate", credentials.encryptionPem())
                .put("front_url", place.url(Port.WEBHOOK_RECEIVER) + "/thanks")
                .put("base_url", "http://127.0.0.1:" + httpPort)
                .put("file_url", "http://127.0.0.1:" + httpPort)
                .put("in_doubt_seconds", "5");
        return List.of(account);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
