package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.bill.BillDesk;
import io.sluice.sandbox.simulators.book.model.BookEntry;
import io.sluice.sandbox.simulators.book.model.BookEntry.Kind;
import io.sluice.sandbox.simulators.wechat.bill.BillLine;
import io.sluice.sandbox.simulators.wechat.model.OrderKey;
import io.sluice.sandbox.simulators.wechat.model.OrderTerms;
import io.sluice.sandbox.simulators.wechat.model.Refund;
import io.sluice.sandbox.simulators.wechat.model.RefundKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the book says of a merchant's day. A refund that bounced is in no bill of trades: the merchant has the money again. */
record DayLines(State state) {
    List<BillLine> of(String mchid, LocalDate day) {
        return state.book().stream()
                .filter(entry -> entry.mchid().equals(mchid) && isOf(entry, day))
                .filter(entry -> entry.kind() == Kind.CHARGE || entry.kind() == Kind.REFUND)
                .flatMap(entry -> line(entry).stream())
                .toList();
    }

    private static boolean isOf(BookEntry entry, LocalDate day) {
        return entry.at().atOffset(BillDesk.BEIJING).toLocalDate().equals(day);
    }

    private Optional<BillLine> line(BookEntry entry) {
        return Optional.ofNullable(state.orders.get(new OrderKey(entry.mchid(), entry.outTradeNo())))
                .map(order -> line(entry, order.terms()));
    }

    private BillLine line(BookEntry entry, OrderTerms terms) {
        String refundNo = entry.outRefundNo();
        Refund refund = refundNo == null ? null : state.refunds.get(new RefundKey(entry.mchid(), refundNo));
        return new BillLine(
                terms.appid(),
                entry.mchid(),
                entry.transactionId(),
                entry.outTradeNo(),
                terms.tradeType().name(),
                Objects.requireNonNullElse(terms.openid(), ""),
                terms.description(),
                Objects.requireNonNullElse(terms.attach(), ""),
                entry.at(),
                entry.amountFen(),
                refundNo,
                refund == null ? null : refund.refundId());
    }
}
