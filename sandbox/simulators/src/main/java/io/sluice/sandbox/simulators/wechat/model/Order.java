package io.sluice.sandbox.simulators.wechat.model;

import static io.sluice.sandbox.simulators.wechat.model.ErrorCode.INVALID_REQUEST;
import static io.sluice.sandbox.simulators.wechat.model.ErrorCode.ORDER_CLOSED;
import static io.sluice.sandbox.simulators.wechat.model.ErrorCode.OUT_TRADE_NO_USED;

import io.sluice.sandbox.simulators.book.model.BookEntry;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order and its life: NOTPAY and PAYERROR may be paid, closed or run out; SUCCESS and REFUND are charged for good.
 * {@code token} makes the prepay id and the code URL, {@code asked} counts the requests for it, {@code refundedFen} is
 * what refunds have taken or reserved.
 */
public record Order(
        OrderTerms terms,
        String token,
        Outcome outcome,
        TradeState state,
        Instant createdAt,
        int asked,
        @Nullable String transactionId,
        @Nullable Instant paidAt,
        long refundedFen) {

    public static Order placed(OrderTerms terms, String token, Outcome outcome, Instant now) {
        return new Order(terms, token, outcome, TradeState.NOTPAY, now, 1, null, null, 0);
    }

    /** The order as it is now: an unpaid one closes by itself when its time has run out. */
    public Order seenAt(Instant now) {
        Instant end = terms.expiresAt();
        return state.payable() && end != null && !now.isBefore(end) ? in(TradeState.CLOSED) : this;
    }

    public boolean isPayable() {
        return state.payable();
    }

    /** A repetition of the request; it is granted only with the very same parameters while the order can be paid. */
    public Decision<Order, Refusal> askedAgain(OrderTerms again, Instant now) {
        if (!terms.fingerprint().equals(again.fingerprint())) {
            return Refusal.refuse(
                    OUT_TRADE_NO_USED,
                    "out_trade_no was used with other parameters: repeat them exactly or choose a new number");
        }
        Order seen = seenAt(now);
        return seen.open().then(open -> Decision.granted(open.askedOnceMore()));
    }

    public Decision<Order, Refusal> paid(String transaction, Instant now) {
        Decision<Order, Refusal> open =
                isPaidAfterClose() ? Decision.granted(this) : seenAt(now).open();
        return open.then(order -> Decision.granted(order.charged(transaction, now)));
    }

    /** Whether money comes for it though it is closed. */
    public boolean isPaidAfterClose() {
        return outcome == Outcome.PAID_AFTER_CLOSE && !state.charged();
    }

    public Decision<Order, Refusal> declined(Instant now) {
        return seenAt(now).open().then(open -> Decision.granted(open.in(TradeState.PAYERROR)));
    }

    public Decision<Order, Refusal> closed(Instant now) {
        return seenAt(now).open().then(open -> Decision.granted(open.in(TradeState.CLOSED)));
    }

    /** The charge's line in the book. */
    public BookEntry chargeBooked(String transaction, Instant at) {
        return BookEntry.charge(terms.mchid(), terms.outTradeNo(), transaction, terms.totalFen(), at);
    }

    /** Sets a part of the charge aside for a refund; all refunds together never exceed the charge. */
    public Decision<Order, Refusal> refundReserved(long fen) {
        if (!state.charged()) {
            return Refusal.refuse(INVALID_REQUEST, "The order is not paid: only a paid order can be refunded");
        }
        if (fen > terms.totalFen() - refundedFen) {
            return Refusal.refuse(
                    INVALID_REQUEST,
                    "Refunds would exceed the order's total: " + (terms.totalFen() - refundedFen) + " fen are left");
        }
        return Decision.granted(withRefunded(refundedFen + fen));
    }

    /** Gives back what a refund had set aside and did not pay out. */
    public Order refundReleased(long fen) {
        return withRefunded(refundedFen - fen);
    }

    private Decision<Order, Refusal> open() {
        if (state.payable()) {
            return Decision.granted(this);
        }
        return state == TradeState.CLOSED
                ? Refusal.refuse(ORDER_CLOSED, "The order is closed: order again under a new out_trade_no")
                : Refusal.refuse(INVALID_REQUEST, "The order is already paid");
    }

    private Order withRefunded(long fen) {
        TradeState next = fen == 0 ? TradeState.SUCCESS : TradeState.REFUND;
        return new Order(terms, token, outcome, next, createdAt, asked, transactionId, paidAt, fen);
    }

    private Order charged(String transaction, Instant now) {
        return new Order(terms, token, outcome, TradeState.SUCCESS, createdAt, asked, transaction, now, 0);
    }

    private Order in(TradeState next) {
        return new Order(terms, token, outcome, next, createdAt, asked, transactionId, paidAt, refundedFen);
    }

    private Order askedOnceMore() {
        return new Order(terms, token, outcome, state, createdAt, asked + 1, transactionId, paidAt, refundedFen);
    }
}
