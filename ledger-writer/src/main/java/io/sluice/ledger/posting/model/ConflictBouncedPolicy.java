package io.sluice.ledger.posting.model;

import io.sluice.ledger.posting.model.Account.ChannelReceivable;
import io.sluice.ledger.posting.model.Account.ConflictSuspense;
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
        return List.of(
                JournalLine.debit(new ChannelReceivable(moved.channel(), moved.channelAccount()), moved.amount()),
                JournalLine.credit(new ConflictSuspense(), moved.amount()));
    }
}
