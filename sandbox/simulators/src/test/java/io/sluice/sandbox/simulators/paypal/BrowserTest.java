package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.browser.PagesContract;
import io.sluice.sandbox.simulators.paypal.model.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest implements PagesContract {
    private PayPalSimulator simulator;
    private RawClient client;

    @BeforeEach
    void start(@TempDir Path folder) {
        simulator = PayPalSimulator.start(SimulatorConfig.in(folder).withPayer(Outcome.NEVER, Duration.ofMillis(20)));
        client = new RawClient(simulator);
        client.login();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Override
    public String base() {
        return "http://127.0.0.1:" + simulator.port();
    }

    @Override
    public String place(String number, String about) {
        var order = Json.MAPPER.createObjectNode().put("intent", "CAPTURE");
        var unit = order.putArray("purchase_units").addObject();
        unit.put("custom_id", number).put("description", about);
        unit.putObject("amount").put("currency_code", "USD").put("value", "15.00");
        return client.post("/v2/checkout/orders", "new-" + number, order.toString())
                .id();
    }

    @Override
    public String state(String number) {
        String body =
                client.page(client.request("/_sim/orders/" + number).GET()).body();
        var order = Json.MAPPER.readTree(body);
        return order.path("status").asString("") + " " + order.path("outcome").asString("");
    }

    @Override
    public String words(String button) {
        return button.equals(LEAVE) ? " is CREATED." : " is APPROVED.";
    }

    /** The merchant has to capture what was approved. */
    @Override
    public int chargesOnPaying() {
        return 0;
    }

    /** The payer approves in both cases; his bank declines when the merchant captures. */
    @Override
    public States states() {
        return new States("CREATED never", "APPROVED never", "APPROVED declined");
    }
}
