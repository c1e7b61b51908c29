package io.sluice.channels.paypal.model;

import io.sluice.core.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What PayPal says about an authorization, a capture or a refund; texts that it left out are empty.
 *
 * @param orderNumber our number of the order ({@code custom_id})
 * @param number our number of the capture or the refund ({@code invoice_id}); empty for the capture of a whole order
 * @param payee whose money it is
 * @param until when an authorization lapses
 */
public record Movement(
        String id,
        String status,
        String orderNumber,
        String number,
        String payee,
        String value,
        String currency,
        @Nullable Instant until) {

    /** Empty when PayPal did not say an amount. */
    Optional<Money> amount() {
        try {
            return Optional.of(Money.parse(value, currency));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Not every resource names the payee; one that does must name ours. */
    public boolean isOf(String merchantId) {
        return payee.isEmpty() || payee.equals(merchantId);
    }
}
