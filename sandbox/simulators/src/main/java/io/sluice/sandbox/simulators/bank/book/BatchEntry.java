package io.sluice.sandbox.simulators.bank.book;

import io.sluice.sandbox.simulators.bank.model.Kind;
import io.sluice.sandbox.simulators.bank.model.Transaction;
import io.sluice.sandbox.simulators.bill.Billed;

/** What counts in the totals of a terminal's day, which are all that a bank tells of it. */
public record BatchEntry(Transaction transaction) implements Billed<BatchEntry> {

    @Override
    public String orderNumber() {
        return transaction.number();
    }

    @Override
    public boolean isRefund() {
        return transaction.kind() == Kind.REFUND;
    }

    @Override
    public BatchEntry overMore() {
        return new BatchEntry(transaction.over(transaction.amountMinor() + 1, transaction.code()));
    }

    @Override
    public BatchEntry undone(String refundNumber) {
        return new BatchEntry(transaction.like(Kind.REFUND, refundNumber));
    }

    @Override
    public BatchEntry stranger(String otherNumber) {
        return new BatchEntry(transaction.like(Kind.PURCHASE, otherNumber));
    }
}
