package io.sluice.sandbox.books;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Simulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Compares the gateway's refunds, or its captures of held money, with the channels' own books, line by line in both
 * directions.
 */
enum ModificationCheck {
    REFUNDS("the channels' books have the refunds that succeeded, and no others", "REFUND", "rfd_", "out_refund_no"),
    CAPTURES(
            "the channels' books have the captures that succeeded, and no others", "CAPTURE", "cap_", "out_capture_no");

    private static final String OF_KIND = """
            select replace(modification_id::text, '-', ''), 'pay_' || replace(payment_id::text, '-', ''), state, amount_minor
              from sluice.modification where channel = any (string_to_array(?, ',')) and kind = ?""";

    private final String rule;
    private final String kind;
    private final String prefix;
    private final String number;

    /** @param number the field of the books' lines that has the number of one */
    ModificationCheck(String rule, String kind, String prefix, String number) {
        this.rule = rule;
        this.kind = kind;
        this.prefix = prefix;
        this.number = number;
    }

    private record Modification(String number, String payment, String state, long amountMinor) {

        long moved() {
            return state.equals("SUCCEEDED") ? amountMinor : 0;
        }
    }

    Finding look(SandboxDatabase database, List<JsonNode> books) {
        Map<String, Long> moved = moved(books);
        List<String> differences = new ArrayList<>();
        for (Modification one : database.query(
                OF_KIND,
                row -> new Modification(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)),
                Simulator.channels(),
                kind)) {
            Long atChannel = moved.remove(one.number());
            if (one.moved() != (atChannel == null ? 0 : atChannel)) {
                differences.add("%s%s of %s is %s over %d minor units, and the channel moved %s"
                        .formatted(
                                prefix,
                                one.number(),
                                one.payment(),
                                one.state(),
                                one.amountMinor(),
                                atChannel == null ? "nothing" : atChannel.toString()));
            }
        }
        moved.forEach((unknown, minor) ->
                differences.add(prefix + unknown + " moved " + minor + " minor units, and the gateway knows it not"));
        return new Finding(rule, differences);
    }

    private Map<String, Long> moved(List<JsonNode> books) {
        Map<String, Long> moved = new HashMap<>();
        for (JsonNode book : books) {
            for (String lines : List.of("charges", "refunds")) {
                book.path(lines).forEach(line -> add(moved, line, 1));
            }
            book.path("returns").forEach(line -> add(moved, line, -1));
        }
        return moved;
    }

    private void add(Map<String, Long> moved, JsonNode line, int sign) {
        String found = Json.text(line, number);
        if (!found.isEmpty()) {
            moved.merge(found, sign * line.path("amount").asLong(), Math::addExact);
        }
    }
}
