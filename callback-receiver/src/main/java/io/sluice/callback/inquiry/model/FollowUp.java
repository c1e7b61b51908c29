package io.sluice.callback.inquiry.model;

import io.sluice.core.channel.ChannelOutcome;

/** What to do next about an attempt whose time has come. */
public sealed interface FollowUp {

    /** Nothing: the attempt was settled meanwhile. */
    record Settled() implements FollowUp {}

    /** Record this without asking the channel, then decide again. */
    record Conclude(ChannelOutcome outcome) implements FollowUp {}

    /** The payer's time is over: begin to close, then decide again. */
    record Expire() implements FollowUp {}

    /** Ask the channel to close the order. */
    record Close() implements FollowUp {}

    /** Nobody can tell what became of the order: begin to take it back, then decide again. */
    record BeginReversal() implements FollowUp {}

    /** Ask the channel to take the order back. */
    record Reverse() implements FollowUp {}

    /** Ask the channel what became of the order. */
    record Inquire() implements FollowUp {}

    /** It was paid too late: give it back, where that is the merchant's wish. */
    record GiveBack() implements FollowUp {}

    /** The time of what is held is over: let it go. */
    record Release() implements FollowUp {}
}
