package io.sluice.ledger.posting.model;

import io.sluice.ledger.posting.model.Account.FeeIncome;
import io.sluice.ledger.posting.model.Account.MerchantPayable;
import java.util.List;

/** The fee is taken from what we owe the merchant. No fee, no lines: a line over zero says nothing. */
final class FeeLines {

    private FeeLines() {}

    static List<JournalLine> of(MoneyMoved moved) {
        if (!moved.fee().isPositive()) {
            return List.of();
        }
        return List.of(
                JournalLine.debit(new MerchantPayable(moved.merchant()), moved.fee()),
                JournalLine.credit(new FeeIncome(), moved.fee()));
    }
}
