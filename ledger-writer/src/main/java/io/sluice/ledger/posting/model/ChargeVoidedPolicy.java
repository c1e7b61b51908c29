package io.sluice.ledger.posting.model;

import java.util.List;

/** What was collected at once was undone: the charge is booked the other way round, with all of the fee. */
final class ChargeVoidedPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.CHARGE_VOIDED;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.type() == EventType.VOID_SUCCEEDED && moved.atOnce();
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return ChargePolicy.collected(moved).stream().map(JournalLine::reversed).toList();
    }
}
