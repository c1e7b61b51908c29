package io.sluice.ledger.posting.model;

import io.sluice.core.id.EventId;
import java.util.UUID;

/**
 * An entry's id. An event makes at most one entry, so the entry takes its event's 128 bits: ids stay time-ordered, the rules
 * stay pure, and the same event can never be booked under two ids.
 */
public record JournalEntryId(UUID value) {

    public static JournalEntryId of(EventId event) {
        return new JournalEntryId(event.value());
    }
}
