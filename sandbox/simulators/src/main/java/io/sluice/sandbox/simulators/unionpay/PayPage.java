package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.Html;
import io.sluice.sandbox.simulators.unionpay.book.Book;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Where the payer meets the order: a page to pay, to be declined or to walk away from, and the way back to the shop. */
record PayPage(Book book, Payer payer, Map<String, Merchant> merchants) {
    private static final String TITLE = "UnionPay simulator";
    static final String PAY = "/gateway/pay/";

    Answer asking(Transaction order) {
        String id = order.queryId();
        String amount = BigDecimal.valueOf(order.fen(), 2).toPlainString();
        String body = "<h1>%s CNY</h1><p>%s</p><p>Order %s.</p>%n"
                .formatted(amount, Html.escaped(order.about()), order.key().orderId());
        return Answer.text(
                200,
                Html.page(
                        TITLE,
                        body
                                + Html.button(PAY + id + "/pay", "Pay")
                                + Html.button(PAY + id + "/decline", "Pay, and let the bank decline")
                                + Html.button(PAY + id + "/leave", "Walk away")));
    }

    Answer refusing(Refusal refusal) {
        String reason = "respCode " + refusal.code().code() + ": " + Html.escaped(refusal.message());
        return Answer.text(200, Html.page(TITLE, "<h1>This order cannot be paid</h1><p>" + reason + "</p>"));
    }

    /** Acts, and sends the payer back to the shop. */
    Mono<Answer> act(HttpServerRequest request) {
        String id = Objects.requireNonNullElse(request.param("id"), "");
        String act = Objects.requireNonNullElse(request.param("act"), "");
        Optional<Transaction> order = book.referred(id);
        if (order.isEmpty()) {
            return Mono.just(refusing(Refusal.of(ResponseCode.ABSENT)));
        }
        Mono<?> acting = switch (act) {
            case "pay" -> payer.end(order.get().key(), ResponseCode.SUCCESS);
            case "decline" -> payer.end(order.get().key(), ResponseCode.ISSUER);
            default -> Mono.just(act);
        };
        return acting.map(done -> book.referred(id).map(this::goingBack).orElseThrow());
    }

    /** The front notice: a form that the payer's browser posts. It proves nothing that the back notice does not. */
    private Answer goingBack(Transaction order) {
        Merchant merchant = Objects.requireNonNull(merchants.get(order.key().merId()), "merchants stay");
        Map<String, String> fields = merchant.signed(Answers.notice(order, order.code(), order.fen()), true);
        return Answer.text(200, Html.page(TITLE, """
            <form id="back" method="post" action="%s">
            %s
            <button>Back to the shop</button></form>
            <script>document.getElementById("back").submit()</script>
            """.formatted(Html.escaped(order.frontUrl()), Html.hidden(fields))));
    }
}
