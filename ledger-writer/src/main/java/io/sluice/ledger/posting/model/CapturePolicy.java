package io.sluice.ledger.posting.model;

import java.util.List;

/** A part of what was held is collected: a charge of its own, with its part of the fee. */
final class CapturePolicy implements PostingPolicy {

    @Override
    public EntryKind kind() {
        return EntryKind.CAPTURE;
    }

    @Override
    public boolean appliesTo(MoneyMoved moved, Standing standing) {
        return moved.type() == EventType.CAPTURE_SUCCEEDED;
    }

    @Override
    public List<JournalLine> lines(MoneyMoved moved) {
        return ChargePolicy.collected(moved);
    }
}
