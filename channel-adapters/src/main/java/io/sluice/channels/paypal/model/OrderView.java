package io.sluice.channels.paypal.model;

import io.sluice.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What PayPal says about an order; texts that it left out are empty.
 *
 * @param number our number of it ({@code custom_id})
 * @param approveUrl where the payer approves it
 * @param capture null before its completion, and where it was authorized
 * @param authorization null before its completion, and where it was captured
 */
public record OrderView(
        String id,
        String intent,
        String status,
        String number,
        String payee,
        String value,
        String currency,
        String approveUrl,
        @Nullable Movement capture,
        @Nullable Movement authorization) {

    /** Whether it is this order, its payer has agreed, and PayPal waits for us. */
    public boolean isApproved(OrderKey order) {
        return isAbout(order) && status.equals("APPROVED");
    }

    public boolean isToBeCaptured() {
        return intent.equals("CAPTURE");
    }

    boolean isAbout(OrderKey order) {
        return payee.equals(order.merchantId()) && number.equals(order.number()) && isOver(order.amount());
    }

    private boolean isOver(Money amount) {
        try {
            return Money.parse(value, currency).equals(amount);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
