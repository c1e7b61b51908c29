package io.sluice.ledger.posting.model;

import io.sluice.ledger.posting.model.Account.MerchantPaidOut;
import io.sluice.ledger.posting.model.Account.PayoutInTransit;
import java.util.List;

/** A payout is about to be sent: the merchant is due that much less, and it is on its way. */
final class PayoutReservedPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.PAYOUT_RESERVED;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.type() == EventType.PAYOUT_RESERVED;
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return List.of(
                JournalLine.debit(new MerchantPaidOut(moved.merchant()), moved.amount()),
                JournalLine.credit(new PayoutInTransit(moved.channel(), moved.channelAccount()), moved.amount()));
    }
}
