package io.sluice.core.channel;

import io.sluice.core.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that may or may not have reached a channel, and what it must be about if it did.
 *
 * @param method it was to be paid by; null where nobody remembers
 * @param channelReference the channel's own number of it, null when that was never learned
 * @param held the order was to hold its amount, not to collect it
 * @param expiresAt when its payer's time is over, as the order said; null where nobody remembers
 * @param card it was to be paid with, null where none was
 * @param doubt the code with which its outcome became unknown; null where nothing was said
 */
public record OrderReference(
        String number,
        Money amount,
        @Nullable String method,
        @Nullable String channelReference,
        boolean held,
        @Nullable Instant expiresAt,
        @Nullable Card card,
        @Nullable String doubt) {

    public OrderReference with(Card found) {
        return new OrderReference(number, amount, method, channelReference, held, expiresAt, found, doubt);
    }

    /** Of an order whose method and time do not matter. */
    public OrderReference(
            String number, Money amount, @Nullable String channelReference, boolean held, @Nullable Card card) {
        this(number, amount, null, channelReference, held, null, card, null);
    }

    /** The same, without a card. */
    public OrderReference(String number, Money amount, @Nullable String channelReference) {
        this(number, amount, channelReference, false, null);
    }
}
