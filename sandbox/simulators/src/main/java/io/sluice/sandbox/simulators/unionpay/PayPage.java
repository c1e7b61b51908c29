package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.Html;
import io.sluice.sandbox.simulators.http.PayersOrder;
import io.sluice.sandbox.simulators.unionpay.book.Book;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.ResponseCode;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Where the payer meets the order: a page to pay, to be declined or to walk away from, and the way back to the shop. */
record PayPage(Book book, Payer payer, Map<String, Merchant> merchants, InstantSource clock) {
    static final String TITLE = "UnionPay simulator";
    static final String PAY = "/gateway/pay/";

    Answer asking(Transaction order) {
        return Answer.text(200, Html.page(TITLE, seen(order).asking()));
    }

    /** An order that was brought here before. */
    Mono<Answer> show(HttpServerRequest request) {
        String id = Objects.requireNonNullElse(request.param("id"), "");
        return Mono.just(
                book.referred(id).map(this::asking).orElseGet(() -> refusing(Refusal.of(ResponseCode.ABSENT))));
    }

    /** Those that payers were asked for, newest first. */
    Stream<PayersOrder> all() {
        return book.all().reversed().stream()
                .filter(transaction -> transaction.kind().opens())
                .map(this::seen);
    }

    private PayersOrder seen(Transaction kept) {
        Transaction order = kept.seenAt(clock.instant());
        return new PayersOrder(
                order.key().orderId(),
                BigDecimal.valueOf(order.fen(), 2).toPlainString() + " CNY",
                order.about(),
                order.code().name(),
                order.isEndableAt(clock.instant()),
                PAY + order.queryId(),
                PAY + order.queryId() + "/");
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
            <p>Order %s is %s.</p>
            <form method="post" action="%s">
            %s
            <button>Back to the shop</button></form>
            """.formatted(
                        Html.escaped(order.key().orderId()),
                        order.code(),
                        Html.escaped(order.frontUrl()),
                        Html.hidden(fields))));
    }
}
