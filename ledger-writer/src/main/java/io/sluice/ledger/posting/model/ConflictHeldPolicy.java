package io.sluice.ledger.posting.model;

import java.util.List;

/** Money arrived for a payment already given up: it is here, so it is booked, and it waits in suspense for a decision. */
final class ConflictHeldPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.CONFLICT_HELD;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.comes(EventType.CONFLICTED);
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return SuspenseLines.held(moved);
    }
}
