package io.sluice.sandbox.simulators.bank.book;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.bank.model.Key;
import io.sluice.sandbox.simulators.bank.model.Kind;
import io.sluice.sandbox.simulators.bank.model.Transaction;
import io.sluice.sandbox.simulators.bank.model.Transaction.Status;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The host's book as others read it: every charge that was not taken back, every refund, what was voided afterwards, what was
 * taken back and what is held, and the totals in minor units.
 */
public final class BookView {
    private final Map<Key, Transaction> all;
    private final ObjectNode view = Json.MAPPER.createObjectNode();
    private final ArrayNode charges = view.putArray("charges");
    private final ArrayNode refunds = view.putArray("refunds");
    private final ArrayNode voids = view.putArray("voids");
    private final ArrayNode reversals = view.putArray("reversals");
    private final ArrayNode holds = view.putArray("holds");
    private long charged;
    private long voided;
    private long refunded;

    private BookView(List<Transaction> transactions) {
        this.all = transactions.stream().collect(Collectors.toMap(Transaction::key, Function.identity()));
        view.putArray("returns");
        transactions.forEach(this::add);
    }

    public static ObjectNode of(List<Transaction> transactions) {
        var book = new BookView(transactions);
        book.view
                .putObject("totals")
                .putObject("CNY")
                .put("charged", book.charged)
                .put("voided", book.voided)
                .put("refunded", book.refunded)
                .put("net", book.charged - book.voided - book.refunded);
        return book.view;
    }

    private void add(Transaction one) {
        Kind kind = one.kind();
        if (one.status() == Status.REVERSED || one.status() == Status.NEVER) {
            line(reversals, one, "number");
        } else if (kind == Kind.REFUND && one.status() == Status.DONE) {
            refunded += one.amountMinor();
            line(refunds, one, "out_refund_no");
        } else if (kind == Kind.PREAUTH && one.status() == Status.DONE && one.movedMinor() == 0) {
            line(holds, one, "number");
        } else if (kind != null && kind.isCharge() && one.status() != Status.REFUSED && one.status() != Status.LOST) {
            charged += one.amountMinor();
            line(charges, one, kind == Kind.COMPLETION ? "out_capture_no" : "number");
            if (one.status() == Status.VOIDED) {
                voided += one.amountMinor();
                line(voids, one, "number");
            }
        }
    }

    private void line(ArrayNode list, Transaction one, String number) {
        list.addObject()
                .put("out_trade_no", opening(one).number())
                .put("transaction_id", one.key().stan() + "-" + one.key().sentAt() + "-" + one.retrieval())
                .put("amount", one.amountMinor())
                .put("currency", "CNY")
                .put("mchid", one.key().terminal())
                .put("card", one.card())
                .put("time", one.at().toString())
                .put(number, one.number());
    }

    /** The purchase or pre-authorization that it all began with. */
    private Transaction opening(Transaction one) {
        @Nullable Key about = one.original();
        Transaction original = about == null ? null : all.get(about);
        return original == null ? one : opening(original);
    }
}
