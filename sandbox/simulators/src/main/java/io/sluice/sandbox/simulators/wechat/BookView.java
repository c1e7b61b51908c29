package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.wechat.model.BookEntry;
import io.sluice.sandbox.simulators.wechat.model.Order;
import io.sluice.sandbox.simulators.wechat.model.OrderKey;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The channel's book as others read it: every charge, refund and bounced refund, the accounts, and the totals in fen. */
final class BookView {
    private final State state;
    private final ObjectNode view = Json.MAPPER.createObjectNode();
    private final ArrayNode charges = view.putArray("charges");
    private final ArrayNode refunds = view.putArray("refunds");
    private final ArrayNode returns = view.putArray("returns");
    private final Map<String, long[]> accounts = new TreeMap<>();
    private long charged;
    private long refunded;

    private BookView(State state) {
        this.state = state;
    }

    static ObjectNode of(State state) {
        var view = new BookView(state);
        state.book().forEach(view::add);
        return view.finish();
    }

    private void add(BookEntry entry) {
        account(entry.debit())[0] += entry.amountFen();
        account(entry.credit())[1] += entry.amountFen();
        if (entry.outRefundNo() == null) {
            charged += entry.amountFen();
            describe(charges.addObject(), entry).put("state", stateOf(entry));
        } else if (entry.isReturn()) {
            refunded -= entry.amountFen();
            describe(returns.addObject(), entry).put("out_refund_no", entry.outRefundNo());
        } else {
            refunded += entry.amountFen();
            describe(refunds.addObject(), entry).put("out_refund_no", entry.outRefundNo());
        }
    }

    private long[] account(String name) {
        return accounts.computeIfAbsent(name, first -> new long[2]);
    }

    private static ObjectNode describe(ObjectNode line, BookEntry entry) {
        return line.put("out_trade_no", entry.outTradeNo())
                .put("transaction_id", entry.transactionId())
                .put("amount", entry.amountFen())
                .put("currency", "CNY")
                .put("mchid", entry.mchid())
                .put("time", entry.at().toString());
    }

    private String stateOf(BookEntry entry) {
        Order order = state.orders.get(new OrderKey(entry.mchid(), entry.outTradeNo()));
        return order == null ? "" : order.state().name();
    }

    private ObjectNode finish() {
        long debits = accounts.values().stream().mapToLong(sides -> sides[0]).sum();
        long credits = accounts.values().stream().mapToLong(sides -> sides[1]).sum();
        accounts.forEach((name, sides) -> view.withObject("/accounts")
                .putObject(name)
                .put("debit", sides[0])
                .put("credit", sides[1]));
        view.putObject("totals")
                .put("currency", "CNY")
                .put("charges", charges.size())
                .put("charged", charged)
                .put("refunds", refunds.size())
                .put("refunded", refunded)
                .put("net", charged - refunded)
                .put("balanced", debits == credits);
        return view;
    }
}
