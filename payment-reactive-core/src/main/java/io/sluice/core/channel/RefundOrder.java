package io.sluice.core.channel;

import io.sluice.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is asked to give back.
 *
 * @param number the refund's channel-idempotent number, durable before this order exists
 * @param orderNumber the number of the order that collected the money
 * @param amount to be given back
 * @param collected all that the order collected
 * @param reason the merchant's, for the payer
 */
public record RefundOrder(
        String number,
        String orderNumber,
        Money amount,
        Money collected,
        @Nullable String reason) {}
