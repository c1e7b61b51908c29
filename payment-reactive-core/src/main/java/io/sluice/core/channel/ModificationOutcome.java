package io.sluice.core.channel;

import io.sluice.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The only things a channel may say about a capture, a void, a refund or a payout. Whatever an adapter cannot prove to be one of the
 * definite outcomes is {@link Unknown}.
 */
public sealed interface ModificationOutcome {
    /** It was done over {@code moved}; {@code channelReference} is the channel's own number for it. */
    record Succeeded(Money moved, String channelReference) implements ModificationOutcome {}

    /** The channel took it on and has not ended it. */
    record Processing(@Nullable String channelReference) implements ModificationOutcome {}

    /** No: under this number nothing was moved and nothing will be. {@code code} is the channel's own. */
    record Refused(String code, String message) implements ModificationOutcome {}

    /** Of a refund: the payer's bank does not take the money, and the channel waits for people to decide where it goes. */
    record Abnormal(String code) implements ModificationOutcome {}

    /** Of a refund or a payout: the money was given and has bounced: the merchant has it again. */
    record Returned(String code) implements ModificationOutcome {}

    /** Provably no byte left, or the channel refused before processing. */
    record NotSent(Fault fault, String code, String message) implements ModificationOutcome {}

    /** The channel says that it knows no such modification. Definite only after its in-doubt window. */
    record Absent(String code) implements ModificationOutcome {}

    /** A time-out, a reset after writing, an unreadable answer, a bad signature, a 5xx: money may have moved. */
    record Unknown(Fault fault, String code, String message) implements ModificationOutcome {
        /** The channel's fault, as it is unless the channel itself gave another reason. */
        public Unknown(String code, String message) {
            this(Fault.CHANNEL, code, message);
        }
    }
}
