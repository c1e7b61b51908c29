package io.sluice.sandbox.simulators.alipay.bill;

import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.model.TradeKey;
import io.sluice.sandbox.simulators.alipay.trade.State;
import io.sluice.sandbox.simulators.alipay.wire.Times;
import io.sluice.sandbox.simulators.book.model.BookEntry;
import io.sluice.sandbox.simulators.book.model.BookEntry.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the book says of a merchant's day. */
record DayLines(State state) {
    List<BillLine> of(String sellerId, LocalDate day) {
        return state.book().stream()
                .filter(entry -> entry.mchid().equals(sellerId) && isOf(entry, day))
                .map(this::line)
                .toList();
    }

    private static boolean isOf(BookEntry entry, LocalDate day) {
        return entry.at().atOffset(Times.BEIJING).toLocalDate().equals(day);
    }

    private BillLine line(BookEntry entry) {
        Optional<Trade> trade = state.find(new TradeKey(entry.mchid(), entry.outTradeNo()));
        boolean charge = entry.kind() == Kind.CHARGE;
        return new BillLine(
                entry.transactionId(),
                entry.outTradeNo(),
                trade.map(one -> one.terms().subject()).orElse(""),
                trade.map(Trade::createdAt).orElse(entry.at()),
                entry.at(),
                charge ? entry.amountFen() : -entry.amountFen(),
                entry.outRefundNo() == null ? "" : entry.outRefundNo());
    }
}
