package io.sluice.sandbox.books;

import io.sluice.sandbox.place.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares what the gateway says is held with what the banks' books say: nothing is held for a payment that ended. */
final class HoldCheck {
    private static final String RULE =
            "the banks' books hold money for the attempts that are AUTHORIZED, and for no others";

    private static final String HELD = """
            select replace(attempt_id::text, '-', '') from sluice.attempt
             where channel = 'bank' and state = 'AUTHORIZED'""";

    private HoldCheck() {}

    static Finding look(SandboxDatabase database, List<JsonNode> books) {
        Set<String> held = new TreeSet<>(database.query(HELD, row -> row.getString(1)));
        List<String> differences = new ArrayList<>();
        for (JsonNode book : books) {
            book.path("holds").forEach(line -> {
                String number = Json.text(line, "out_trade_no");
                if (!held.remove(number)) {
                    differences.add("att_" + number + " is held by the bank, and not AUTHORIZED");
                }
            });
        }
        held.forEach(number -> differences.add("att_" + number + " is AUTHORIZED, and no bank holds anything for it"));
        return new Finding(RULE, differences);
    }
}
