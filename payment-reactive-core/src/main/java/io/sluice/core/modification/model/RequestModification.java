package io.sluice.core.modification.model;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish to capture, void or refund, already validated for shape.
 *
 * @param capture the capture to be voided or refunded; null when it is not said
 * @param amountMinor in minor units of the payment's currency; null means all that is left
 * @param last of a capture: no other follows
 * @param reason the merchant's, for the payer
 * @param idempotency null when it is the gateway's own wish
 * @param giveBack with a refund of money that came twice or too late; else null
 * @param chargeVoidableUntil of a void of what was collected at once: until when its channel undoes that; else null
 * @param once whether the channel captures once: what a capture leaves is released with it, and held again when it is voided
 */
public record RequestModification(
        ModificationKind kind,
        MerchantId merchantId,
        PaymentId paymentId,
        @Nullable ModificationId capture,
        @Nullable Long amountMinor,
        boolean last,
        @Nullable String reason,
        @Nullable IdempotencyKey idempotency,
        @Nullable GiveBack giveBack,
        boolean once,
        @Nullable Instant chargeVoidableUntil) {

    /** What a merchant asks for. */
    public RequestModification(
            ModificationKind kind,
            MerchantId merchantId,
            PaymentId paymentId,
            @Nullable ModificationId capture,
            @Nullable Long amountMinor,
            boolean last,
            @Nullable String reason,
            @Nullable IdempotencyKey idempotency) {
        this(kind, merchantId, paymentId, capture, amountMinor, last, reason, idempotency, null, false, null);
    }

    /**
     * That money goes back which came twice or too late.
     *
     * @param attempt that took it
     * @param by who decided so, for the event's reason
     * @param automatic whether nobody but the gateway decided: then only what is beyond doubt, and once
     */
    public record GiveBack(AttemptId attempt, String by, boolean automatic) {}

    /** All that an attempt took is given back. */
    public static RequestModification giveBack(Payment payment, GiveBack giveBack) {
        return new RequestModification(
                ModificationKind.REFUND,
                payment.merchantId(),
                payment.id(),
                null,
                null,
                true,
                null,
                null,
                giveBack,
                false,
                null);
    }

    /** What is held is let go of: its time is over. */
    public static RequestModification release(Payment payment) {
        return new RequestModification(
                ModificationKind.VOID, payment.merchantId(), payment.id(), null, null, true, null, null);
    }

    /** The same, where the channel captures once: every capture is the last. */
    public RequestModification atOnceCapturing() {
        return new RequestModification(
                kind, merchantId, paymentId, capture, amountMinor, true, reason, idempotency, giveBack, true, null);
    }

    /** The same, as a void of what was collected at once. */
    public RequestModification ofCharge(Instant voidableUntil) {
        return new RequestModification(
                ModificationKind.CHARGE_VOID,
                merchantId,
                paymentId,
                null,
                null,
                true,
                reason,
                idempotency,
                null,
                false,
                voidableUntil);
    }

    /** Whether it is to undo what {@code payment} collected at once. */
    public boolean undoesCharge(Payment payment) {
        return kind == ModificationKind.VOID && payment.captureMethod() == CaptureMethod.AUTOMATIC;
    }

    /** Whether it depends on how often the channel of {@code payment} captures. */
    public boolean dependsOnCaptures(Payment payment) {
        return kind != ModificationKind.REFUND && payment.captureMethod() == CaptureMethod.MANUAL;
    }

    /** Whether what may be done to {@code payment} depends on what was done before. */
    public boolean dependsOnEarlier(Payment payment) {
        boolean undoes = kind == ModificationKind.REFUND || kind == ModificationKind.CAPTURE_VOID;
        return giveBack != null
                || (payment.captureMethod() == CaptureMethod.MANUAL
                        && (undoes || payment.totals().refundReservedMinor() > 0));
    }
}
