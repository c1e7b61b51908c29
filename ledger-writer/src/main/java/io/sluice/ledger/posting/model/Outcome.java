package io.sluice.ledger.posting.model;

/** What became of a posting. */
public enum Outcome {
    /** Its entry is in the books. */
    POSTED,
    /** It is consumed; there was nothing to book. */
    CONSUMED,
    /** It is among the rejected events. */
    REJECTED,
    /** It had been delivered before; nothing changed. */
    DUPLICATE
}
