package io.sluice.sandbox.cli;

import io.sluice.sandbox.books.Amounts;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What operators do with the demo merchant's payouts. */
final class PayoutDecisionCommands {
    private PayoutDecisionCommands() {}

    abstract static class OfDemoMerchant extends OperatorCall {

        final String merchant() {
            return MERCHANTS + "/" + DemoMerchant.required(place()).merchantId();
        }
    }

    @Command(name = "terms", description = "Says above which amount two people look at a payout first.")
    static final class Terms extends OfDemoMerchant {
        @Option(names = "--review-above", required = true, description = "in the currency's unit, such as 100.00")
        private String amount = "";

        @Option(names = "--currency", defaultValue = "CNY", description = "ISO 4217 (default: ${DEFAULT-VALUE})")
        private String currency = "";

        @Override
        JsonNode call(Management management) {
            var terms = Json.object().put("currency", currency).put("review_above", Amounts.minor(amount, currency));
            return management.put(merchant() + "/payout_terms", terms);
        }
    }

    @Command(
            name = "decide",
            description = "Decides about a payout that waits for people, and shows it as it stands then.")
    static final class Decide extends OfDemoMerchant {
        @Parameters(index = "0", paramLabel = "PAYOUT", description = "pyo_…")
        private String payout = "";

        @Parameters(index = "1", paramLabel = "DECISION", description = "approve, reject, paid or not_paid")
        private String decision = "";

        @Option(names = "--evidence", required = true, paramLabel = "TEXT", description = "how you know")
        private String evidence = "";

        @Option(names = "--second", description = "as the sandbox's second operator, who confirms what takes two")
        private boolean second;

        @Override
        Management management(Place place) {
            return second ? Management.second(place) : super.management(place);
        }

        @Override
        JsonNode call(Management management) {
            var body = Json.object().put("decision", decision).put("evidence", evidence);
            return management.post(merchant() + "/payouts/" + payout + "/decisions", body);
        }
    }
}
