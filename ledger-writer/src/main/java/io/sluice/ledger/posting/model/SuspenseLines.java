package io.sluice.ledger.posting.model;

import io.sluice.ledger.posting.model.Account.ChannelReceivable;
import io.sluice.ledger.posting.model.Account.ConflictSuspense;
import java.util.List;

/** Money that a channel has and that is nobody's yet. */
final class SuspenseLines {

    private SuspenseLines() {}

    /** The channel has it, and it waits for a decision. */
    static List<JournalLine> held(MoneyMoved moved) {
        return List.of(
                JournalLine.debit(new ChannelReceivable(moved.channel(), moved.channelAccount()), moved.amount()),
                JournalLine.credit(new ConflictSuspense(), moved.amount()));
    }

    /** The channel has it no longer: it leaves suspense as it came, and no fee was earned. */
    static List<JournalLine> gone(MoneyMoved moved) {
        return held(moved).stream().map(JournalLine::reversed).toList();
    }
}
