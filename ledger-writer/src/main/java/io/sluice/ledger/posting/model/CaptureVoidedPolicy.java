package io.sluice.ledger.posting.model;

import java.util.List;

/** A capture was undone: what was booked of it, its part of the fee too, is booked the other way round. */
final class CaptureVoidedPolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.CAPTURE_VOIDED;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.type() == EventType.VOID_SUCCEEDED && !moved.atOnce();
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return ChargePolicy.collected(moved).stream().map(JournalLine::reversed).toList();
    }
}
