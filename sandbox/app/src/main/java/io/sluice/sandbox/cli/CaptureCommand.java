package io.sluice.sandbox.cli;

import io.sluice.sandbox.books.Amounts;
import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.place.Json;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Collects what is held and watches it. */
@Command(
        name = "capture",
        description = "Captures a payment made with --capture manual, all that is left of it or an amount.",
        footer = {
            "",
            "Examples:",
            "  ./sluice capture pay_0190a6c5d8b47a3e9f0c1d2e3f405162",
            "  ./sluice capture pay_0190a6c5d8b47a3e9f0c1d2e3f405162 --amount 5.00 --final"
        })
final class CaptureCommand implements Callable<Integer> {
    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(paramLabel = "PAYMENT", description = "pay_…")
    private String payment = "";

    @Option(names = "--amount", description = "in the currency's unit, such as 5.00 (default: all that is left)")
    private @Nullable String amount;

    @Option(
            names = "--final",
            description = "no other capture follows: what is left is let go of (of a card always so)")
    private boolean last;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "90",
            description = "how long to watch (default: ${DEFAULT-VALUE})")
    private int patienceSeconds;

    @Override
    public Integer call() {
        var client = MerchantClient.of(sandbox.running());
        var body = Json.object().put("final", last);
        if (amount != null) {
            String currency = Json.text(client.get("/v1/payments/" + payment), "currency");
            body.put("amount", Amounts.minor(amount, currency));
        }
        return new Modifying(client, patienceSeconds)
                .run("/v1/payments/" + payment + "/captures", body, Modifying::isEnded);
    }
}
