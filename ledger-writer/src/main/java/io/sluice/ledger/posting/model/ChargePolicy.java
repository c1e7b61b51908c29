package io.sluice.ledger.posting.model;

import io.sluice.ledger.posting.model.Account.ChannelReceivable;
import io.sluice.ledger.posting.model.Account.MerchantPayable;
import java.util.ArrayList;
import java.util.List;

/** A payment succeeded: the channel owes us what we owe the merchant, less the fee. */
final class ChargePolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.CHARGE;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.comes(EventType.SUCCEEDED) && standing == Standing.NOTHING_BOOKED;
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return collected(moved);
    }

    /** Of all of a payment, or of the part of it that was captured. */
    static List<JournalLine> collected(MoneyMoved moved) {
        List<JournalLine> lines = new ArrayList<>();
        lines.add(JournalLine.debit(new ChannelReceivable(moved.channel(), moved.channelAccount()), moved.amount()));
        lines.add(JournalLine.credit(new MerchantPayable(moved.merchant()), moved.amount()));
        lines.addAll(FeeLines.of(moved));
        return lines;
    }
}
