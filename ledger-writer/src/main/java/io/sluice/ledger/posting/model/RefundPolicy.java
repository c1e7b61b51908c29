package io.sluice.ledger.posting.model;

import io.sluice.ledger.posting.model.Account.ChannelReceivable;
import io.sluice.ledger.posting.model.Account.MerchantPayable;
import java.util.List;

/** A refund succeeded: the channel took the money from us for the payer, and we owe the merchant less. The fee is kept. */
final class RefundPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.REFUND;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.type() == EventType.REFUND_SUCCEEDED && !moved.givesBack();
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return List.of(
                JournalLine.debit(new MerchantPayable(moved.merchant()), moved.amount()),
                JournalLine.credit(new ChannelReceivable(moved.channel(), moved.channelAccount()), moved.amount()));
    }
}
