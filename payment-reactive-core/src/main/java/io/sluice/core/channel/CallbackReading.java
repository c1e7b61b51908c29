package io.sluice.core.channel;

/** What a callback turned out to be. */
public sealed interface CallbackReading {

    /**
     * Authentic: the channel says {@code outcome} about the order {@code number}. {@code callbackId} is stable when the
     * same callback is sent again. Amount and currency stand in the outcome and are still to be compared.
     */
    record Authentic(String callbackId, String number, ChannelOutcome outcome) implements CallbackReading {}

    /**
     * Authentic: the channel says {@code outcome} about the capture, void or refund {@code number} of the order
     * {@code orderNumber}. Amount and currency stand in the outcome and are still to be compared.
     */
    record OfModification(String callbackId, String number, String orderNumber, ModificationOutcome outcome)
            implements CallbackReading {}

    /** Authentic: the channel says {@code outcome} about the payout {@code number}. Amount and currency are still to be compared. */
    record OfPayout(String callbackId, String number, ModificationOutcome outcome) implements CallbackReading {}

    /**
     * Authentic: the payer of the order {@code number} has done his part, and the channel waits for the gateway to go on. The
     * order is to be inquired now, which is when the channel goes on: {@link Inquires}.
     */
    record Awaiting(String callbackId, String number) implements CallbackReading {}

    /** Authentic, of a kind that changes no payment: acknowledge and record. */
    record Ignored(String callbackId, String kind) implements CallbackReading {}

    /**
     * Forged, stale or unreadable: it must change nothing.
     *
     * @param code stable, such as {@code callback_signature_invalid}
     */
    record Refused(String code, String reason) implements CallbackReading {}
}
