package io.sluice.sandbox.simulators.alipay.model;

import static io.sluice.sandbox.simulators.alipay.model.SubCode.CONTEXT_INCONSISTENT;
import static io.sluice.sandbox.simulators.alipay.model.SubCode.TRADE_HAS_CLOSE;
import static io.sluice.sandbox.simulators.alipay.model.SubCode.TRADE_HAS_FINISHED;
import static io.sluice.sandbox.simulators.alipay.model.SubCode.TRADE_HAS_SUCCESS;
import static io.sluice.sandbox.simulators.alipay.model.SubCode.TRADE_NOT_EXIST;
import static io.sluice.sandbox.simulators.alipay.model.SubCode.TRADE_STATUS_ERROR;

import io.sluice.sandbox.simulators.book.model.BookEntry;
import io.sluice.sandbox.simulators.model.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trade and its life. Until a payer meets it, it has no {@code tradeNo} and the interface says that it does not exist.
 *
 * @param token leads the payer to it
 * @param asked how often the merchant asked for it
 * @param endedAt when it was closed, or refunded in full
 */
public record Trade(
        Terms terms,
        String token,
        Outcome outcome,
        TradeStatus status,
        Instant createdAt,
        int asked,
        @Nullable String tradeNo,
        @Nullable Instant paidAt,
        @Nullable Instant endedAt,
        List<Refund> refunds) {

    public static Trade placed(Terms terms, String token, Outcome outcome, Instant now) {
        return new Trade(terms, token, outcome, TradeStatus.PLACED, now, 1, null, null, null, List.of());
    }

    /** The trade as it is now: what nobody has paid closes by itself when its time has run out. */
    public Trade seenAt(Instant now) {
        return isPayable() && !now.isBefore(terms.expiresAt()) ? ended(terms.expiresAt()) : this;
    }

    public boolean isPayable() {
        return status == TradeStatus.PLACED || status == TradeStatus.WAIT_BUYER_PAY;
    }

    /** Whether money comes for it though it is closed. */
    public boolean isPaidAfterClose() {
        return outcome == Outcome.PAID_AFTER_CLOSE && paidAt == null;
    }

    /** A repetition of the request. */
    public Decision<Trade, Refusal> askedAgain(Terms again, Instant now) {
        return terms.sameAs(again)
                ? seenAt(now).open().then(open -> Decision.granted(open.askedOnceMore()))
                : Refusal.refuse(CONTEXT_INCONSISTENT);
    }

    /** A payer meets it: from now on it exists. */
    public Decision<Trade, Refusal> met(String number, Instant now) {
        return seenAt(now)
                .open()
                .then(open -> Decision.granted(
                        open.tradeNo == null ? open.in(TradeStatus.WAIT_BUYER_PAY, number, null, null) : open));
    }

    public Decision<Trade, Refusal> paid(String number, Instant now) {
        Decision<Trade, Refusal> payable =
                isPaidAfterClose() ? Decision.granted(this) : seenAt(now).open();
        return payable.then(open -> Decision.granted(
                open.in(TradeStatus.TRADE_SUCCESS, open.tradeNo == null ? number : open.tradeNo, now, null)));
    }

    /** Closed by the merchant, which only an unpaid trade that exists can be. */
    public Decision<Trade, Refusal> closed(Instant now) {
        Trade seen = seenAt(now);
        if (tradeNo == null) {
            return Refusal.refuse(TRADE_NOT_EXIST);
        }
        return seen.status == TradeStatus.WAIT_BUYER_PAY
                ? Decision.granted(seen.ended(now))
                : Refusal.refuse(TRADE_STATUS_ERROR);
    }

    /** Taken back by the merchant: an unpaid one is closed, a paid one is given back. */
    public Decision<Trade, Refusal> cancelled(Instant now) {
        Trade seen = seenAt(now);
        if (seen.status == TradeStatus.TRADE_FINISHED) {
            return Refusal.refuse(TRADE_HAS_FINISHED);
        }
        return seen.refunds.isEmpty()
                ? Decision.granted(seen.status == TradeStatus.TRADE_CLOSED ? seen : seen.ended(now))
                : Refusal.refuse(TRADE_STATUS_ERROR);
    }

    public Decision<Trade, Refusal> finished() {
        return status == TradeStatus.TRADE_SUCCESS
                ? Decision.granted(in(TradeStatus.TRADE_FINISHED, tradeNo, paidAt, null))
                : Refusal.refuse(TRADE_STATUS_ERROR);
    }

    /** All refunds together never exceed what was paid. */
    public Decision<Trade, Refusal> refunded(Refund refund) {
        if (status == TradeStatus.TRADE_FINISHED) {
            return Refusal.refuse(TRADE_HAS_FINISHED);
        }
        if (paidAt == null || (status == TradeStatus.TRADE_CLOSED && refunds.isEmpty())) {
            return Refusal.refuse(TRADE_STATUS_ERROR);
        }
        return refund.fen() > terms.totalFen() - takenFen()
                ? Refusal.refuse(SubCode.REFUND_TOO_MUCH)
                : Decision.granted(with(RefundList.put(refunds, refund)));
    }

    /** A refund that took its time has ended well. */
    public Trade ended(Refund refund) {
        return with(RefundList.put(refunds, refund));
    }

    /** A refund that took its time has come to nothing. */
    public Trade without(Refund refund) {
        return with(RefundList.without(refunds, refund.outRequestNo()));
    }

    public Optional<Refund> refund(String outRequestNo) {
        return refunds.stream()
                .filter(one -> one.outRequestNo().equals(outRequestNo))
                .findFirst();
    }

    /** What went back so far. */
    public long refundedFen() {
        return refunds.stream()
                .filter(one -> one.doneAt() != null)
                .mapToLong(Refund::fen)
                .sum();
    }

    private long takenFen() {
        return refunds.stream().mapToLong(Refund::fen).sum();
    }

    /** The payment's line in the book. */
    public BookEntry charged(Instant at) {
        return BookEntry.charge(
                terms.sellerId(), terms.outTradeNo(), tradeNo == null ? "" : tradeNo, terms.totalFen(), at);
    }

    private Decision<Trade, Refusal> open() {
        return switch (status) {
            case PLACED, WAIT_BUYER_PAY -> Decision.granted(this);
            case TRADE_SUCCESS, TRADE_FINISHED -> Refusal.refuse(TRADE_HAS_SUCCESS);
            case TRADE_CLOSED -> Refusal.refuse(TRADE_HAS_CLOSE);
        };
    }

    private Trade ended(Instant at) {
        return in(TradeStatus.TRADE_CLOSED, tradeNo, paidAt, at);
    }

    private Trade in(TradeStatus next, @Nullable String number, @Nullable Instant paid, @Nullable Instant ended) {
        return new Trade(terms, token, outcome, next, createdAt, asked, number, paid, ended, refunds);
    }

    private Trade askedOnceMore() {
        return new Trade(terms, token, outcome, status, createdAt, asked + 1, tradeNo, paidAt, endedAt, refunds);
    }

    /** What was refunded in full is closed. */
    private Trade with(List<Refund> all) {
        var after = new Trade(terms, token, outcome, status, createdAt, asked, tradeNo, paidAt, endedAt, all);
        Instant last = RefundList.last(all);
        return after.refundedFen() == terms.totalFen() && last != null
                ? after.ended(last)
                : after.in(TradeStatus.TRADE_SUCCESS, tradeNo, paidAt, null);
    }
}
