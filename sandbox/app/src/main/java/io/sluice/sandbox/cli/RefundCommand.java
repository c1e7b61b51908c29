package io.sluice.sandbox.cli;

import io.sluice.sandbox.books.Amounts;
import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.method.SandboxMethod;
import io.sluice.sandbox.place.Json;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Gives money back and watches it. */
@Command(
        name = "refund",
        description = "Refunds a payment, all that is left of it or an amount, and shows the refund when it has ended.",
        footer = {
            "",
            "Examples:",
            "  ./sluice refund pay_0190a6c5d8b47a3e9f0c1d2e3f405162",
            "  ./sluice refund pay_0190a6c5d8b47a3e9f0c1d2e3f405162 --amount 5.00 --outcome timeout-done",
            "",
            "./sluice channel outcomes METHOD lists what can be played."
        })
final class RefundCommand implements Callable<Integer> {
    private static final Set<String> ENDS = Set.of("FAILED", "MANUAL", "RETURNED");

    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Parameters(paramLabel = "PAYMENT", description = "pay_…")
    private String payment = "";

    @Option(names = "--amount", description = "in the currency's unit, such as 5.00 (default: all that is left)")
    private @Nullable String amount;

    @Option(names = "--of", paramLabel = "CAPTURE", description = "cap_…, of a payment that was captured in parts")
    private @Nullable String capture;

    @Option(names = "--outcome", paramLabel = "NAME", description = "what the channel's simulator does with it")
    private @Nullable String outcome;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "90",
            description = "how long to watch (default: ${DEFAULT-VALUE})")
    private int patienceSeconds;

    @Override
    public Integer call() {
        var client = MerchantClient.of(sandbox.running());
        return new Modifying(client, patienceSeconds).run("/v1/refunds", body(client), this::isEnded);
    }

    private JsonNode body(MerchantClient client) {
        var body = Json.object().put("payment_id", payment);
        JsonNode paid = client.get("/v1/payments/" + payment);
        if (amount != null) {
            body.put("amount", Amounts.minor(amount, Json.text(paid, "currency")));
        }
        if (capture != null) {
            body.put("capture_id", capture);
        }
        if (outcome != null) {
            body.put(
                    "reason",
                    "outcome="
                            + SandboxMethod.required(Json.text(paid, "method")).refundOutcome(outcome));
        }
        return body;
    }

    /** A success is an end but for the refund that is meant to bounce. */
    private boolean isEnded(JsonNode refund) {
        String state = Json.text(refund, "state");
        return ENDS.contains(state) || (state.equals("SUCCEEDED") && !"returned".equalsIgnoreCase(outcome));
    }
}
