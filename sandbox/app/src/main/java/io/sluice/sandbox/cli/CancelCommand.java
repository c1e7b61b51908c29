package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a payment up. */
@Command(
        name = "cancel",
        description = "Cancels a payment: closed at the channel first, then CLOSED. What was paid is not cancelled.",
        footer = {"", "Example:", "  ./sluice cancel pay_0190a6c5d8b47a3e9f0c1d2e3f405162"})
final class CancelCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(paramLabel = "ID", description = "pay_…")
    private String id = "";

    @Override
    public Integer call() {
        MerchantClient client = MerchantClient.of(sandbox.running());
        var answer = client.send(client.signed("POST", "/v1/payments/" + id + "/cancel", Map.of(), ""));
        System.out.println(Json.pretty(MerchantClient.accepted(answer)));
        return Commands.OK;
    }
}
