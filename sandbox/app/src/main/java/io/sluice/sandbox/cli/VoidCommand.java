package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets go of what is held, or undoes what was collected, and watches it. */
@Command(
        name = "void",
        description =
                "Lets go of what a payment holds and was not captured, or undoes a capture, or all of a payment on its day.",
        footer = {
            "",
            "Examples:",
            "  ./sluice void pay_0190a6c5d8b47a3e9f0c1d2e3f405162",
            "  ./sluice void cap_0190a6c5d8b47a3e9f0c1d2e3f405162"
        })
final class VoidCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(paramLabel = "ID", description = "pay_… or cap_…")
    private String id = "";

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "90",
            description = "how long to watch (default: ${DEFAULT-VALUE})")
    private int patienceSeconds;

    @Override
    public Integer call() {
        String path = (id.startsWith("cap_") ? "/v1/captures/" : "/v1/payments/") + id + "/void";
        return new Modifying(MerchantClient.of(sandbox.running()), patienceSeconds)
                .run(path, Json.object(), Modifying::isEnded);
    }
}
