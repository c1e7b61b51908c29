package io.sluice.core.channel;

import io.sluice.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order that may or may not have reached a channel, and what it must be about if it did.
 *
 * @param channelReference the channel's own number of it, null when that was never learned
 */
public record OrderReference(
        String number, Money amount, @Nullable String channelReference) {

    /** Of an order that its channel finds by our number. */
    public OrderReference(String number, Money amount) {
        this(number, amount, null);
    }
}
