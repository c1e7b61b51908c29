package io.sluice.sandbox.simulators.book;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.book.model.BookEntry;
import io.sluice.sandbox.simulators.book.model.BookEntry.Kind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The channel's book as others read it: every charge that was not taken back, those that were, every refund and bounced
 * refund, the accounts, and the totals in fen.
 */
public final class BookView {
    private final ObjectNode view = Json.MAPPER.createObjectNode();
    private final ArrayNode charges = view.putArray("charges");
    private final ArrayNode reversals = view.putArray("reversals");
    private final ArrayNode refunds = view.putArray("refunds");
    private final ArrayNode returns = view.putArray("returns");
    private final Map<String, long[]> accounts = new TreeMap<>();
    private final Set<String> reversed;
    private final Function<BookEntry, String> stateOf;
    private long charged;
    private long refunded;

    private BookView(Collection<BookEntry> entries, Function<BookEntry, String> stateOf) {
        this.stateOf = stateOf;
        this.reversed = entries.stream()
                .filter(entry -> entry.kind() == Kind.REVERSAL)
                .map(BookEntry::transactionId)
                .collect(Collectors.toSet());
        entries.forEach(this::add);
    }

    /** @param stateOf the state that a charge's order is in now, in the channel's words */
    public static ObjectNode of(Collection<BookEntry> entries, Function<BookEntry, String> stateOf) {
        return new BookView(entries, stateOf).finish();
    }

    private void add(BookEntry entry) {
        account(entry.debit())[0] += entry.amountFen();
        account(entry.credit())[1] += entry.amountFen();
        switch (entry.kind()) {
            case CHARGE -> charge(entry);
            case REVERSAL -> describe(reversals, entry);
            case REFUND -> {
                refunded += entry.amountFen();
                describe(refunds, entry).put("out_refund_no", entry.outRefundNo());
            }
            case RETURN -> {
                refunded -= entry.amountFen();
                describe(returns, entry).put("out_refund_no", entry.outRefundNo());
            }
        }
    }

    private void charge(BookEntry entry) {
        if (!reversed.contains(entry.transactionId())) {
            charged += entry.amountFen();
            describe(charges, entry).put("state", stateOf.apply(entry));
        }
    }

    private long[] account(String name) {
        return accounts.computeIfAbsent(name, first -> new long[2]);
    }

    private static ObjectNode describe(ArrayNode list, BookEntry entry) {
        return list.addObject()
                .put("out_trade_no", entry.outTradeNo())
                .put("transaction_id", entry.transactionId())
                .put("amount", entry.amountFen())
                .put("currency", "CNY")
                .put("mchid", entry.mchid())
                .put("time", entry.at().toString());
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
