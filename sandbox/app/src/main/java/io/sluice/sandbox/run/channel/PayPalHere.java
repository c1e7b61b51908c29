package io.sluice.sandbox.run.channel;

import io.sluice.sandbox.client.SimulatorClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.simulators.paypal.PayPalSimulator;
import io.sluice.sandbox.simulators.paypal.SimulatorConfig;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** PayPal with one account of the demo merchant. */
record PayPalHere(PayPalSimulator simulator, Place place, int httpPort) implements RunningChannel {

    static RunningChannel start(Place place, int httpPort) {
        var simulator = PayPalSimulator.start(SimulatorConfig.in(place.simulator(Simulator.PAYPAL))
                .withPort(place.port(Simulator.PAYPAL.port()))
                .withTimeScale(TIME_SCALE));
        return new PayPalHere(simulator, place, httpPort);
    }

    @Override
    public List<ObjectNode> accounts() {
        var credentials = simulator.credentials();
        String shop = place.url(Port.WEBHOOK_RECEIVER);
        var account = Json.object();
        account.putObject("fields")
                .put("client_id", credentials.clientId())
                .put("client_secret", credentials.clientSecret())
                .put("merchant_id", credentials.merchantId())
                .put("webhook_id", credentials.webhookId())
                .put("webhook_certificates", place.url(Simulator.PAYPAL.port()) + "/v1/notifications/certs/")
                .put("webhook_authority", credentials.certificatePem())
                .put("return_url", shop + "/thanks")
                .put("cancel_url", shop + "/cart")
                .put("base_url", "http://127.0.0.1:" + httpPort)
                .put("currencies", "USD,EUR,JPY,KWD")
                .put("in_doubt_seconds", "5");
        return List.of(account);
    }

    @Override
    public void callBackTo(String url) {
        SimulatorClient.of(place, Simulator.PAYPAL).sendWebhooksTo(url);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
