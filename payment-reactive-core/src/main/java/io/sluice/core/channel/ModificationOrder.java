package io.sluice.core.channel;

import io.sluice.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is asked to do about a payment that it holds or has collected: capture, void or refund.
 *
 * @param number the modification's channel-idempotent number, durable before this order exists
 * @param orderNumber the number of the order that held or collected the money
 * @param reference the channel's own number of what is modified: the authorization, the capture, or the charge; null where
 *     the channel never gave one
 * @param amount to be captured, released or given back
 * @param total of what is modified: all that the authorization holds, or all that the capture or the order collected
 * @param last of a capture: no other will follow, and the channel may release what is left of the authorization
 * @param reason the merchant's, for the payer
 * @param card of the order, null where it had none
 * @param doubt the code with which its outcome became unknown; null where nothing was said
 */
public record ModificationOrder(
        String number,
        String orderNumber,
        @Nullable String reference,
        Money amount,
        Money total,
        boolean last,
        @Nullable String reason,
        @Nullable Card card,
        @Nullable String doubt) {

    public ModificationOrder with(Card found) {
        return new ModificationOrder(number, orderNumber, reference, amount, total, last, reason, found, doubt);
    }

    /** Of an order without a card. */
    public ModificationOrder(
            String number,
            String orderNumber,
            @Nullable String reference,
            Money amount,
            Money total,
            boolean last,
            @Nullable String reason) {
        this(number, orderNumber, reference, amount, total, last, reason, null, null);
    }
}
