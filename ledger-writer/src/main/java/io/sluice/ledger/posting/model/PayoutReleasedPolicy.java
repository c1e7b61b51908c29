package io.sluice.ledger.posting.model;

import io.sluice.ledger.posting.model.Account.MerchantPaidOut;
import io.sluice.ledger.posting.model.Account.PayoutInTransit;
import java.util.List;

/** A payout failed: it never left, and the merchant is due it again. */
final class PayoutReleasedPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.PAYOUT_RELEASED;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.type() == EventType.PAYOUT_FAILED;
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return List.of(
                JournalLine.debit(new PayoutInTransit(moved.channel(), moved.channelAccount()), moved.amount()),
                JournalLine.credit(new MerchantPaidOut(moved.merchant()), moved.amount()));
    }
}
