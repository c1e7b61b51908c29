package io.sluice.sandbox.simulators.unionpay.bill;

import io.sluice.sandbox.simulators.bill.BillDesk;
import io.sluice.sandbox.simulators.unionpay.book.Book;
import io.sluice.sandbox.simulators.unionpay.model.Kind;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the book says of a merchant's day: what only holds money, or lets it go, is in no bill. */
public record DayLines(Book book) {
    public List<BillLine> of(String merId, LocalDate day) {
        return book.all().stream()
                .filter(Transaction::isDone)
                // What was paid out is not settled with the merchant.
                .filter(one -> one.kind() != Kind.PAYOUT)
                .filter(one -> one.key().merId().equals(merId))
                .filter(one -> one.kind() != Kind.PREAUTH && one.kind() != Kind.PREAUTH_VOID)
                .filter(one -> at(one).atOffset(BillDesk.BEIJING).toLocalDate().equals(day))
                .map(this::line)
                .toList();
    }

    private static Instant at(Transaction one) {
        return Objects.requireNonNullElse(one.endedAt(), one.createdAt());
    }

    private BillLine line(Transaction one) {
        String originalId = Objects.requireNonNullElse(one.original(), "");
        Optional<Transaction> original = book.referred(originalId);
        return new BillLine(
                one.key().merId(),
                one.kind(),
                one.key().orderId(),
                one.queryId(),
                at(one),
                one.fen(),
                original.map(first -> first.key().orderId()).orElse(""),
                originalId);
    }
}
