package io.sluice.core.payment.model;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about a payment that needs them.
 *
 * @param channelReference the channel's own number of the charge, with {@link Kind#CHARGED}
 * @param evidence how they know, for those who ask later; never empty
 */
public record Decision(Kind kind, @Nullable String channelReference, String evidence) {

    /** What is decided. */
    public enum Kind {
        /** Of a MANUAL attempt: the channel's statement shows the charge, or the hold where it is captured later. */
        CHARGED,
        /** Of a MANUAL attempt: the channel's statement shows that there is none, and there will be none. */
        NOT_CHARGED,
        /** Of a CONFLICTED payment with one charge: the merchant keeps the money and delivers. Takes two people. */
        KEEP,
        /** Of a CONFLICTED payment: the payer gets back what came last. Takes two people. */
        GIVE_BACK,
        /**
         * Of a CONFLICTED payment whose channel contradicts itself: its own books show that nothing was charged. Takes two
         * people.
         */
        NOTHING_CAME;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String wireName) {
            return List.of(values()).stream()
                    .filter(kind -> kind.wireName().equals(wireName))
                    .findFirst();
        }

        /** How many different people must decide the same. */
        public int people() {
            return switch (this) {
                case CHARGED, NOT_CHARGED -> 1;
                case KEEP, GIVE_BACK, NOTHING_CAME -> 2;
            };
        }
    }

    /** A decision about an attempt is what its channel would have said. */
    ChannelOutcome asOutcome(Payment payment) {
        String reference = channelReference == null ? "" : channelReference;
        return switch (kind) {
            case CHARGED ->
                payment.captureMethod() == CaptureMethod.MANUAL
                        ? new Authorized(payment.amount(), reference)
                        : new Approved(payment.amount(), reference);
            case NOT_CHARGED -> new Absent("OPERATOR");
            case KEEP, GIVE_BACK, NOTHING_CAME ->
                throw new IllegalStateException(kind + " is about a payment, not about an attempt");
        };
    }
}
