package io.sluice.core.payout.model;

/** What a word means for a payout, whoever said it. */
public sealed interface PayoutConclusion {

    /** It changes it. */
    record Changed(PayoutTransition transition) implements PayoutConclusion {}

    /** Nothing new: a duplicate, or something older than what is known. */
    record Unchanged(String reason) implements PayoutConclusion {}

    /** It denies a success, which is old news or money that bounced: only the channel's answer to a new question tells which. */
    record Doubted(String reason) implements PayoutConclusion {}

    /** An authentic word that contradicts what is known: for people to look at. */
    record Mismatch(String reason) implements PayoutConclusion {}
}
