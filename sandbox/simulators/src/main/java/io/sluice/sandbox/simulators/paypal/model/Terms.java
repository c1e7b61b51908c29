package io.sluice.sandbox.simulators.paypal.model;

import org.jspecify.annotations.Nullable;

/**
 * What a merchant ordered.
 *
 * @param payee the merchant's id at the channel
 * @param customId the merchant's own number, which every resource of the order carries
 */
public record Terms(
        String payee,
        Intent intent,
        Amount amount,
        String customId,
        @Nullable String invoiceId,
        @Nullable String description,
        @Nullable String returnUrl,
        @Nullable String cancelUrl) {

    /** What completes an approved order. */
    public enum Intent {
        CAPTURE,
        AUTHORIZE
    }
}
