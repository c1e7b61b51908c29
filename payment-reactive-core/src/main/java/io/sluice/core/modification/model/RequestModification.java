package io.sluice.core.modification.model;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import org.jspecify.annotations.Nullable;

/**
 * A wish to capture, void or refund, already validated for shape.
 *
 * @param capture the capture to be voided or refunded; null when it is not said
 * @param amountMinor in minor units of the payment's currency; null means all that is left
 * @param last of a capture: no other follows
 * @param reason the merchant's, for the payer
 * @param idempotency null when it is the gateway's own wish
 */
public record RequestModification(
        ModificationKind kind,
        MerchantId merchantId,
        PaymentId paymentId,
        @Nullable ModificationId capture,
        @Nullable Long amountMinor,
        boolean last,
        @Nullable String reason,
        @Nullable IdempotencyKey idempotency) {

    /** What is held is let go of: its time is over. */
    public static RequestModification release(Payment payment) {
        return new RequestModification(
                ModificationKind.VOID, payment.merchantId(), payment.id(), null, null, true, null, null);
    }

    /** Whether what may be done depends on what was captured before. */
    public boolean isOfCapture() {
        return kind == ModificationKind.REFUND || kind == ModificationKind.CAPTURE_VOID;
    }
}
