package io.sluice.core.channel;

/** What a host says of a batch. */
public sealed interface BatchOutcome {

    /** The same as ours; the batch is closed. */
    record Agreed() implements BatchOutcome {}

    /** Something else; the batch is open until it is uploaded. */
    record Disagreed(BatchTotals theirs) implements BatchOutcome {}

    /** It has each transaction, and the batch is closed. */
    record Uploaded() implements BatchOutcome {}

    /** Nobody knows; the same is asked again. {@code code} is the host's own where it gave one. */
    record Unanswered(String code, String message) implements BatchOutcome {}
}
