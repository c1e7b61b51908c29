package io.sluice.sandbox.simulators.unionpay.book;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.unionpay.model.Kind;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The book as others read it: every charge, every refund, what was paid out, what was voided afterwards, and the totals in fen. */
public final class BookView {
    private final Map<String, Transaction> byReference;
    private final ObjectNode view = Json.MAPPER.createObjectNode();
    private final ArrayNode charges = view.putArray("charges");
    private final ArrayNode refunds = view.putArray("refunds");
    private final ArrayNode voids = view.putArray("voids");
    private final ArrayNode payouts = view.putArray("payouts");
    private long charged;
    private long voided;
    private long refunded;
    private long paidOut;

    private BookView(List<Transaction> all) {
        this.byReference = all.stream().collect(Collectors.toMap(Transaction::queryId, Function.identity()));
        view.putArray("returns");
        all.stream().filter(Transaction::isDone).forEach(this::add);
    }

    public static ObjectNode of(List<Transaction> all) {
        var book = new BookView(all);
        book.view
                .putObject("totals")
                .putObject("CNY")
                .put("charged", book.charged)
                .put("voided", book.voided)
                .put("refunded", book.refunded)
                .put("paid_out", book.paidOut)
                .put("net", book.charged - book.voided - book.refunded - book.paidOut);
        return book.view;
    }

    private void add(Transaction one) {
        switch (one.kind()) {
            case PAY, COMPLETION -> {
                charged += one.fen();
                line(charges, one, one.kind() == Kind.COMPLETION ? "out_capture_no" : "number");
            }
            case REFUND -> {
                refunded += one.fen();
                line(refunds, one, "out_refund_no");
            }
            case PAYOUT -> {
                paidOut += one.fen();
                line(payouts, one, "out_payout_no");
            }
            case VOID, COMPLETION_VOID -> {
                voided += one.fen();
                line(voids, one, "number");
            }
            case PREAUTH, PREAUTH_VOID -> {
                // What is only held, or held no more, moves no money.
            }
        }
    }

    private void line(ArrayNode list, Transaction one, String number) {
        list.addObject()
                .put("out_trade_no", opening(one).key().orderId())
                .put("transaction_id", one.queryId())
                .put("amount", one.fen())
                .put("currency", "CNY")
                .put("mchid", one.key().merId())
                .put("time", one.createdAt().toString())
                .put(number, one.key().orderId());
    }

    /** The order that it all began with. */
    private Transaction opening(Transaction one) {
        Transaction original = one.original() == null ? null : byReference.get(one.original());
        return original == null ? one : opening(original);
    }
}
