package io.sluice.ledger.posting.model;

import io.sluice.ledger.posting.model.Account.ChannelReceivable;
import io.sluice.ledger.posting.model.Account.PayoutInTransit;
import java.util.List;

/** A payout was paid: the channel paid it out of what it owes us. */
final class PayoutPaidPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.PAYOUT_PAID;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.type() == EventType.PAYOUT_SUCCEEDED;
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return List.of(
                JournalLine.debit(new PayoutInTransit(moved.channel(), moved.channelAccount()), moved.amount()),
                JournalLine.credit(new ChannelReceivable(moved.channel(), moved.channelAccount()), moved.amount()));
    }
}
