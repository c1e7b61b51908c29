package io.sluice.ledger.posting.model;

/** What the books already hold of a payment when its next event is booked. */
public enum Standing {
    NOTHING_BOOKED,
    HELD_IN_SUSPENSE
}
