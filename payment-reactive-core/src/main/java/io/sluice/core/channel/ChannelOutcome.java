package io.sluice.core.channel;

import io.sluice.core.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The only things a channel may say about an attempt. Whatever an adapter cannot prove to be one of the definite
 * outcomes is {@link Unknown}.
 */
public sealed interface ChannelOutcome {

    /** The payer paid {@code paid}; {@code channelReference} is the channel's own number for it. */
    record Approved(Money paid, String channelReference) implements ChannelOutcome {}

    /**
     * The payer's money {@code held} is set aside, to be captured.
     *
     * @param channelReference the channel's own number of the authorization
     * @param until when the channel lets go of it by itself; null when it does not say
     */
    record Authorized(
            Money held, String channelReference, @Nullable Instant until) implements ChannelOutcome {
        /** For as long as the channel likes. */
        public Authorized(Money held, String channelReference) {
            this(held, channelReference, null);
        }
    }

    /**
     * A business answer: no. Soft means that the payer may try again or another channel may be asked; hard means never.
     * {@code code} is the channel's own, {@code meaning} is it in our words.
     */
    record Declined(boolean hard, OutcomeCode meaning, String code, String message) implements ChannelOutcome {

        /** A no without a reason that we have a word for. */
        public Declined(boolean hard, String code, String message) {
            this(hard, hard ? OutcomeCode.DECLINED_FOR_GOOD : OutcomeCode.DECLINED, code, message);
        }
    }

    /** The channel holds the order; {@code nextAction} is what the payer must do, if anything. */
    record Pending(
            @Nullable NextAction nextAction, @Nullable String channelReference) implements ChannelOutcome {}

    /** The channel holds the order closed and unpaid: it can never be paid any more. */
    record Closed(String code) implements ChannelOutcome {}

    /** Taken back: whatever the order did is undone, and it can never be paid any more. */
    record Reversed(String code) implements ChannelOutcome {}

    /** Not taken back, and never will be: the payer paid {@code paid}, and that stands. */
    record Irreversible(Money paid, String channelReference) implements ChannelOutcome {}

    /** Provably no byte left, or the channel refused before processing. Money has not moved and cannot. */
    record NotSent(Fault fault, OutcomeCode meaning, String code, String message) implements ChannelOutcome {

        /** What the fault alone says: the channel is away, or this order is none that it takes. */
        public NotSent(Fault fault, String code, String message) {
            this(
                    fault,
                    fault == Fault.CHANNEL ? OutcomeCode.CHANNEL_UNAVAILABLE : OutcomeCode.REQUEST_REFUSED,
                    code,
                    message);
        }
    }

    /** The channel says that it knows no such order. Definite only after its in-doubt window. */
    record Absent(String code) implements ChannelOutcome {}

    /** A time-out, a reset after writing, an unreadable answer, a bad signature, a 5xx: money may have moved. */
    record Unknown(Fault fault, String code, String message) implements ChannelOutcome {

        /** The channel's fault, as it is unless the channel itself gave another reason. */
        public Unknown(String code, String message) {
            this(Fault.CHANNEL, code, message);
        }
    }
}
