package io.sluice.core.refund.model;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.model.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's wish to give money back, already validated for shape.
 *
 * @param amountMinor in minor units of the payment's currency; null means all that is left
 * @param reason the merchant's, for the payer
 */
public record RequestRefund(
        MerchantId merchantId,
        PaymentId paymentId,
        @Nullable Long amountMinor,
        @Nullable String reason,
        IdempotencyKey idempotency) {}
