package io.sluice.sandbox.cli;

import io.sluice.sandbox.books.Amounts;
import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.payout.ExpectedPayout;
import io.sluice.sandbox.payout.PayoutOrder;
import io.sluice.sandbox.payout.PayoutRun;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.simulators.unionpay.model.PayoutPlay;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What a merchant does with payouts. */
final class PayoutCommands {
    private PayoutCommands() {}

    @Command(
            name = "create",
            description = "Pays out to a card, and shows the payout when it has ended or waits for people.")
    static final class Create implements Callable<Integer> {
        private static final Set<String> ENDS = Set.of("FAILED", "RETURNED", "MANUAL", "REVIEW");

        @Mixin
        private SandboxOption sandbox = new SandboxOption();

        @Option(names = "--amount", required = true, description = "in the currency's unit, such as 5.00")
        private String amount = "";

        @Option(names = "--currency", defaultValue = "CNY", description = "ISO 4217 (default: ${DEFAULT-VALUE})")
        private String currency = "";

        @Option(names = "--card", defaultValue = PayoutOrder.CARD, description = "(default: one that exists nowhere)")
        private String card = "";

        @Option(
                names = "--name",
                defaultValue = "Zhang San",
                description = "the card holder's (default: ${DEFAULT-VALUE})")
        private String name = "";

        @Option(
                names = "--payout-no",
                paramLabel = "NO",
                description =
                        "the merchant's own number and Idempotency-Key: twice the same is one payout (default: a new one)")
        private @Nullable String payoutNo;

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
            var run = new PayoutRun(MerchantClient.of(sandbox.running()));
            JsonNode made = run.make(order());
            JsonNode payout = run.await(Json.text(made, "id"), this::isEnded, Duration.ofSeconds(patienceSeconds));
            System.out.println(Json.pretty(payout));
            return isEnded(payout) ? Commands.OK : Commands.FAILED;
        }

        private PayoutOrder order() {
            return new PayoutOrder(
                    payoutNo == null ? "payout-" + UUID.randomUUID() : payoutNo,
                    Amounts.minor(amount, currency),
                    currency,
                    card,
                    name,
                    outcome == null ? null : ExpectedPayout.required(outcome).label());
        }

        /** A success is an end but for the payout that is meant to bounce. */
        private boolean isEnded(JsonNode payout) {
            String state = Json.text(payout, "state");
            return ENDS.contains(state)
                    || (state.equals("SUCCEEDED")
                            && (outcome == null || ExpectedPayout.required(outcome) != PayoutPlay.BOUNCED));
        }
    }

    @Command(name = "get", description = "A payout as the API tells it.")
    static final class Get implements Callable<Integer> {
        @Mixin
        private SandboxOption sandbox = new SandboxOption();

        @Parameters(paramLabel = "PAYOUT", description = "pyo_…")
        private String payout = "";

        @Override
        public Integer call() {
            System.out.println(Json.pretty(new PayoutRun(MerchantClient.of(sandbox.running())).get(payout)));
            return Commands.OK;
        }
    }

    @Command(name = "list", description = "The newest payouts.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private SandboxOption sandbox = new SandboxOption();

        @Override
        public Integer call() {
            JsonNode page = MerchantClient.of(sandbox.running()).get("/v1/payouts");
            for (JsonNode payout : page.path("data")) {
                System.out.printf(
                        "%s  %-10s %10s %s  %s%n",
                        Json.text(payout, "id"),
                        Json.text(payout, "state"),
                        payout.path("amount").asString(),
                        Json.text(payout, "currency"),
                        Json.text(payout, "merchant_payout_no"));
            }
            return Commands.OK;
        }
    }
}
