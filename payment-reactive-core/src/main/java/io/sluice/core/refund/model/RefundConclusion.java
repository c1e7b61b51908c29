package io.sluice.core.refund.model;

/** What an outcome means for a refund. */
public sealed interface RefundConclusion {

    /** It changes the refund. */
    record Changed(RefundTransition transition) implements RefundConclusion {}

    /** Nothing new: a duplicate, or something older than what is known. */
    record Unchanged(String reason) implements RefundConclusion {}

    /**
     * It denies a success, which is either old news or a refund that bounced: only the channel's answer to a new question
     * tells which.
     */
    record Doubted(String reason) implements RefundConclusion {}

    /** An authentic word that contradicts what is known, such as another amount: for people to look at, never a success. */
    record Mismatch(String reason) implements RefundConclusion {}
}
