package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.SandboxException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a payment, an event or what is on an account. */
@Command(
        name = "get",
        description =
                "A payment, a capture, a void, a refund, a payout, an event or the balance of a channel account as the API tells it.",
        footer = {
            "",
            "Examples:",
            "  ./sluice get pay_0190a6c5d8b47a3e9f0c1d2e3f405162",
            "  ./sluice get cha_0190a6c5d8b47a3e9f0c1d2e3f405162"
        })
final class GetCommand implements Callable<Integer> {
    private static final Map<String, String> PATHS = Map.of(
            "pay_", "/v1/payments/",
            "cap_", "/v1/captures/",
            "voi_", "/v1/voids/",
            "rfd_", "/v1/refunds/",
            "pyo_", "/v1/payouts/",
            "evt_", "/v1/events/",
            "cha_", "/v1/channels/");

    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(paramLabel = "ID", description = "pay_…, cap_…, voi_…, rfd_…, pyo_…, evt_… or cha_…")
    private String id = "";

    @Override
    public Integer call() {
        System.out.println(Json.pretty(MerchantClient.of(sandbox.running()).get(target())));
        return Commands.OK;
    }

    private String target() {
        String path = PATHS.get(id.substring(0, Math.min(4, id.length())));
        if (path == null) {
            throw new SandboxException(
                    "'" + id + "' is no id of a payment (pay_…), a capture (cap_…), a void (voi_…), a "
                            + "refund (rfd_…), a payout (pyo_…), an event (evt_…) or a channel account (cha_…)");
        }
        return path + id + (id.startsWith("cha_") ? "/balance" : "");
    }
}
