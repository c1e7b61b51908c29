package io.sluice.ledger.posting.model;

import io.sluice.ledger.posting.model.Account.ChannelReceivable;
import io.sluice.ledger.posting.model.Account.MerchantPayable;
import java.util.List;

/** A refund bounced: the channel has the money again, and owes it to us as we owe it to the merchant. */
final class RefundReturnedPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.REFUND_RETURNED;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.type() == EventType.REFUND_RETURNED && !moved.givesBack();
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return List.of(
                JournalLine.debit(new ChannelReceivable(moved.channel(), moved.channelAccount()), moved.amount()),
                JournalLine.credit(new MerchantPayable(moved.merchant()), moved.amount()));
    }
}
