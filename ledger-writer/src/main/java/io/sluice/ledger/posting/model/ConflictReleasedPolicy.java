package io.sluice.ledger.posting.model;

import io.sluice.ledger.posting.model.Account.ConflictSuspense;
import io.sluice.ledger.posting.model.Account.MerchantPayable;
import java.util.ArrayList;
import java.util.List;

/** A conflict was decided for the merchant: the money leaves suspense, and only now is the fee earned. */
final class ConflictReleasedPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.CONFLICT_RELEASED;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.comes(EventType.SUCCEEDED) && standing == Standing.HELD_IN_SUSPENSE;
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        List<JournalLine> lines = new ArrayList<>();
        lines.add(JournalLine.debit(new ConflictSuspense(), moved.amount()));
        lines.add(JournalLine.credit(new MerchantPayable(moved.merchant()), moved.amount()));
        lines.addAll(FeeLines.of(moved));
        return lines;
    }
}
