package io.sluice.ledger.posting.model;

import java.util.List;

/** What came twice or too late went back to the payer: it leaves suspense as it came, and no fee was earned. */
final class ConflictGivenBackPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.CONFLICT_GIVEN_BACK;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.type() == EventType.REFUND_SUCCEEDED && moved.givesBack();
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return SuspenseLines.gone(moved);
    }
}
