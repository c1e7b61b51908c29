package io.sluice.ledger.posting.model;

import io.sluice.ledger.posting.model.Account.ChannelReceivable;
import io.sluice.ledger.posting.model.Account.MerchantPaidOut;
import java.util.List;

/** A payout bounced: the channel has the money again, and the merchant is due it. */
final class PayoutReturnedPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.PAYOUT_RETURNED;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.type() == EventType.PAYOUT_RETURNED;
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return List.of(
                JournalLine.debit(new ChannelReceivable(moved.channel(), moved.channelAccount()), moved.amount()),
                JournalLine.credit(new MerchantPaidOut(moved.merchant()), moved.amount()));
    }
}
