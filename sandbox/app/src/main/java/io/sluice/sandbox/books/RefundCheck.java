package io.sluice.sandbox.books;

import io.sluice.sandbox.place.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares the gateway's refunds with the channels' own books, line by line in both directions. */
final class RefundCheck {
    private static final String RULE = "the channels' books have the refunds that succeeded, and no others";

    private static final String REFUNDS = """
            select replace(modification_id::text, '-', ''), 'pay_' || replace(payment_id::text, '-', ''), state, amount_minor
              from sluice.modification where channel in ('wechat', 'paypal') and kind = 'REFUND'""";

    private record Refund(String number, String payment, String state, long amountMinor) {

        long givenBack() {
            return state.equals("SUCCEEDED") ? amountMinor : 0;
        }
    }

    private RefundCheck() {}

    static Finding look(SandboxDatabase database, List<JsonNode> books) {
        Map<String, Long> given = new HashMap<>();
        for (JsonNode book : books) {
            book.path("refunds").forEach(line -> add(given, line, 1));
            book.path("returns").forEach(line -> add(given, line, -1));
        }
        List<String> differences = new ArrayList<>();
        for (Refund refund : database.query(
                REFUNDS, row -> new Refund(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))) {
            Long atChannel = given.remove(refund.number());
            if (refund.givenBack() != (atChannel == null ? 0 : atChannel)) {
                differences.add("rfd_%s of %s is %s over %d minor units, and the channel gave back %s"
                        .formatted(
                                refund.number(),
                                refund.payment(),
                                refund.state(),
                                refund.amountMinor(),
                                atChannel == null ? "nothing" : atChannel.toString()));
            }
        }
        given.forEach((number, minor) -> differences.add(
                "rfd_" + number + " was refunded " + minor + " minor units, and the gateway knows it not"));
        return new Finding(RULE, differences);
    }

    private static void add(Map<String, Long> given, JsonNode line, int sign) {
        given.merge(Json.text(line, "out_refund_no"), sign * line.path("amount").asLong(), Math::addExact);
    }
}
