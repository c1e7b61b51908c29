package io.sluice.ledger.posting.model;

import java.util.List;

/** By the channel's own books, what was held never came: it leaves suspense, and the channel owes nothing for it. */
final class ConflictWithdrawnPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.CONFLICT_WITHDRAWN;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.conflict() == MoneyMoved.Conflict.WITHDRAWN;
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return SuspenseLines.gone(moved);
    }
}
