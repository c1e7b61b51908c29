package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.SandboxException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a payment or an event. */
@Command(
        name = "get",
        description = "A payment (pay_…), a refund (rfd_…) or an event (evt_…) as the API tells it.",
        footer = {"", "Example:", "  ./sluice get pay_0190a6c5d8b47a3e9f0c1d2e3f405162"})
final class GetCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(paramLabel = "ID", description = "pay_…, rfd_… or evt_…")
    private String id = "";

    @Override
    public Integer call() {
        System.out.println(Json.pretty(MerchantClient.of(sandbox.running()).get(target())));
        return Commands.OK;
    }

    private String target() {
        if (id.startsWith("pay_")) {
            return "/v1/payments/" + id;
        }
        if (id.startsWith("rfd_")) {
            return "/v1/refunds/" + id;
        }
        if (id.startsWith("evt_")) {
            return "/v1/events/" + id;
        }
        throw new SandboxException("'" + id + "' is no id of a payment (pay_…), a refund (rfd_…) or an event (evt_…)");
    }
}
