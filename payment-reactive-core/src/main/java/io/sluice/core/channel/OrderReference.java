package io.sluice.core.channel;

import io.sluice.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order that may or may not have reached a channel, and what it must be about if it did.
 *
 * @param channelReference the channel's own number of it, null when that was never learned
 * @param held the order was to hold its amount, not to collect it
 * @param card it was to be paid with, null where none was
 */
public record OrderReference(
        String number,
        Money amount,
        @Nullable String channelReference,
        boolean held,
        @Nullable Card card) {

    public OrderReference with(Card found) {
        return new OrderReference(number, amount, channelReference, held, found);
    }

    /** Of an order without a card. */
    public OrderReference(String number, Money amount, @Nullable String channelReference) {
        this(number, amount, channelReference, false, null);
    }

    /** Of an order that its channel finds by our number. */
    public OrderReference(String number, Money amount) {
        this(number, amount, null, false, null);
    }
}
