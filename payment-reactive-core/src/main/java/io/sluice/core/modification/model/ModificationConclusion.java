package io.sluice.core.modification.model;

/** What an outcome means for a capture, a void or a refund. */
public sealed interface ModificationConclusion {

    /** It changes it. */
    record Changed(ModificationTransition transition) implements ModificationConclusion {}

    /** Nothing new: a duplicate, or something older than what is known. */
    record Unchanged(String reason) implements ModificationConclusion {}

    /**
     * It denies a success, which is either old news or money that bounced: only the channel's answer to a new question
     * tells which.
     */
    record Doubted(String reason) implements ModificationConclusion {}

    /** An authentic word that contradicts what is known, such as another amount: for people to look at, never a success. */
    record Mismatch(String reason) implements ModificationConclusion {}
}
