package io.sluice.sandbox.cli;

import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists payments that need people, or decides about one. */
@Command(
        name = "decide",
        description = "Without an ID, lists the payments that need people; with one, decides about it as an operator.",
        footer = {
            "",
            "Examples:",
            "  ./sluice decide",
            "  ./sluice decide pay_… charged --reference 4200… --evidence 'statement of 2 January, line 17'",
            "  ./sluice decide pay_… not_charged --evidence 'not in the statement of 2 January'",
            "  ./sluice decide pay_… keep --evidence 'the shop has delivered'     a conflict; takes a second operator",
            "  ./sluice decide pay_… give_back --evidence 'not delivered'         the payer gets it back; likewise",
            "  ./sluice decide pay_… nothing_came --evidence 'batch of 2 January' the channel's own book has no charge; likewise",
            "  ./sluice decide pay_… give_back --evidence 'I asked' --second      the second operator confirms"
        })
final class DecideCommand extends OperatorCall {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "pay_…")
    private @Nullable String id;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DECISION",
            description = "charged, not_charged, keep, give_back or nothing_came")
    private String decision = "";

    @Option(names = "--reference", paramLabel = "NO", description = "the channel's own number of the charge")
    private @Nullable String reference;

    @Option(names = "--evidence", paramLabel = "TEXT", description = "how you know")
    private String evidence = "";

    @Option(names = "--second", description = "as the sandbox's second operator, who confirms what takes two")
    private boolean second;

    @Override
    Management management(Place place) {
        return second ? Management.second(place) : super.management(place);
    }

    @Override
    JsonNode call(Management management) {
        if (id == null) {
            return management.get("/admin/payments?attention=any");
        }
        var body = Json.object().put("decision", decision).put("evidence", evidence);
        if (reference != null) {
            body.put("channel_reference", reference);
        }
        return management.post("/admin/payments/" + id + "/decisions", body);
    }
}
