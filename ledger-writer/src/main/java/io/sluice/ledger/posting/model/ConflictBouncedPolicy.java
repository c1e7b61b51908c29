package io.sluice.ledger.posting.model;

import java.util.List;

/** What went back to the payer bounced: the channel has it again, and it waits in suspense for another decision. */
final class ConflictBouncedPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.CONFLICT_BOUNCED;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.type() == EventType.REFUND_RETURNED && moved.givesBack();
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return SuspenseLines.held(moved);
    }
}
