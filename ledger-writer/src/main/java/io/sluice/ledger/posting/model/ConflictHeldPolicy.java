package io.sluice.ledger.posting.model;

import io.sluice.ledger.posting.model.Account.ChannelReceivable;
import io.sluice.ledger.posting.model.Account.ConflictSuspense;
import java.util.List;

/** Money arrived for a payment already given up: it is here, so it is booked, and it waits in suspense for a decision. */
final class ConflictHeldPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.CONFLICT_HELD;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.type() == EventType.CONFLICTED;
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return List.of(
                JournalLine.debit(new ChannelReceivable(moved.channel(), moved.channelAccount()), moved.amount()),
                JournalLine.credit(new ConflictSuspense(), moved.amount()));
    }
}
