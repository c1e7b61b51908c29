package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.paypal.model.BookEntry;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The channel's book as others read it: every charge and refund, and the totals of each currency in minor units. */
final class BookView {
    private final ObjectNode view = Json.MAPPER.createObjectNode();
    private final ArrayNode charges = view.putArray("charges");
    private final ArrayNode refunds = view.putArray("refunds");
    private final Map<String, long[]> totals = new TreeMap<>();

    private BookView() {
        view.putArray("returns");
    }

    static ObjectNode of(State state) {
        var view = new BookView();
        state.book().forEach(view::add);
        return view.finish();
    }

    private void add(BookEntry entry) {
        boolean charge = entry.refundId() == null;
        totals.computeIfAbsent(entry.amount().currency(), first -> new long[2])[charge ? 0 : 1] +=
                entry.amount().minor();
        var line = (charge ? charges : refunds)
                .addObject()
                .put("out_trade_no", entry.orderNumber())
                .put("transaction_id", entry.captureId())
                .put("amount", entry.amount().minor())
                .put("currency", entry.amount().currency())
                .put("mchid", entry.payee())
                .put("time", entry.at().toString());
        line.put(charge ? "out_capture_no" : "out_refund_no", entry.number());
    }

    private ObjectNode finish() {
        var all = view.putObject("totals");
        totals.forEach((currency, sums) -> all.putObject(currency)
                .put("charged", sums[0])
                .put("refunded", sums[1])
                .put("net", sums[0] - sums[1]));
        return view;
    }
}
