package io.sluice.ledger.posting.model;

import io.sluice.core.money.Money;

/** One side of a movement. */
public record JournalLine(Account account, Side side, Money amount) {

    /** @throws IllegalArgumentException when the amount is not positive; the side says the direction */
    public JournalLine {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a line on " + account.code() + " over " + amount
                    + ": an amount must be positive, the side says the direction");
        }
    }

    JournalLine reversed() {
        return new JournalLine(account, side == Side.DEBIT ? Side.CREDIT : Side.DEBIT, amount);
    }

    static JournalLine debit(Account account, Money amount) {
        return new JournalLine(account, Side.DEBIT, amount);
    }

    static JournalLine credit(Account account, Money amount) {
        return new JournalLine(account, Side.CREDIT, amount);
    }
}
