package io.sluice.core.payment.model;

/**
 * Where a payment's money is, in minor units of its currency. What is captured, voided or refunded is reserved here before a
 * byte of it is sent, so that all of it together never exceeds what is there.
 *
 * @param authorizedMinor what the channel held for the payment, or collected at once
 * @param captureReservedMinor of captures and voids that may still succeed
 * @param capturedMinor what was collected
 * @param refundReservedMinor of refunds and voids of captures that may still succeed
 * @param refundedMinor of refunds that succeeded
 * @param conflictedMinor what came twice or too late and is nobody's yet: neither captured nor given back
 * @param giveBackReservedMinor of refunds of it that may still succeed
 */
public record PaymentTotals(
        long authorizedMinor,
        long captureReservedMinor,
        long capturedMinor,
        long refundReservedMinor,
        long refundedMinor,
        long conflictedMinor,
        long giveBackReservedMinor) {

    public static final PaymentTotals NONE = new PaymentTotals(0, 0, 0, 0, 0);

    /** @throws IllegalArgumentException when more is moved than there is, or more released than was reserved */
    public PaymentTotals {
        if (captureReservedMinor < 0
                || capturedMinor < 0
                || refundReservedMinor < 0
                || refundedMinor < 0
                || giveBackReservedMinor < 0
                || Math.addExact(captureReservedMinor, capturedMinor) > authorizedMinor
                || Math.addExact(refundReservedMinor, refundedMinor) > capturedMinor
                || giveBackReservedMinor > conflictedMinor) {
            throw new IllegalArgumentException("of " + authorizedMinor + " authorized there cannot be "
                    + captureReservedMinor + " about to be captured, " + capturedMinor + " captured, "
                    + refundReservedMinor + " about to be refunded and " + refundedMinor + " refunded, and of "
                    + conflictedMinor + " in conflict " + giveBackReservedMinor + " about to be given back");
        }
    }

    /** With nothing in conflict. */
    public PaymentTotals(
            long authorizedMinor,
            long captureReservedMinor,
            long capturedMinor,
            long refundReservedMinor,
            long refundedMinor) {
        this(authorizedMinor, captureReservedMinor, capturedMinor, refundReservedMinor, refundedMinor, 0, 0);
    }

    /** The channel holds so much. */
    PaymentTotals authorized(long minor) {
        return new PaymentTotals(
                minor,
                captureReservedMinor,
                capturedMinor,
                refundReservedMinor,
                refundedMinor,
                conflictedMinor,
                giveBackReservedMinor);
    }

    /** The channel collected so much at once; what was collected before stands, and what was voided does not count. */
    PaymentTotals collected(long minor) {
        return capturedMinor > 0
                ? this
                : new PaymentTotals(minor, 0, minor, 0, 0, conflictedMinor, giveBackReservedMinor);
    }

    /** So much came twice or too late. */
    PaymentTotals conflicted(long minor) {
        return givenBack(0, -minor);
    }

    /** What came too late is the merchant's after all. */
    PaymentTotals kept(long minor) {
        return givenBack(0, minor).collected(minor);
    }

    /** So much of what was said to have come did not. */
    PaymentTotals withdrawn(long minor) {
        return givenBack(0, minor);
    }

    /** What a payment in conflict is once this is all that there is of it. */
    public PaymentState afterConflict() {
        if (conflictedMinor > 0) {
            return PaymentState.CONFLICTED;
        }
        return capturedMinor > 0 ? PaymentState.SUCCEEDED : PaymentState.REVERSED;
    }

    /**
     * Each may be negative.
     *
     * @param reserved about to be given back
     * @param done given back
     */
    public PaymentTotals givenBack(long reserved, long done) {
        return new PaymentTotals(
                authorizedMinor,
                captureReservedMinor,
                capturedMinor,
                refundReservedMinor,
                refundedMinor,
                Math.subtractExact(conflictedMinor, done),
                Math.addExact(giveBackReservedMinor, reserved));
    }

    /** Each may be negative. */
    public PaymentTotals plus(long captureReserved, long captured, long refundReserved, long refunded) {
        return new PaymentTotals(
                authorizedMinor,
                Math.addExact(captureReservedMinor, captureReserved),
                Math.addExact(capturedMinor, captured),
                Math.addExact(refundReservedMinor, refundReserved),
                Math.addExact(refundedMinor, refunded),
                conflictedMinor,
                giveBackReservedMinor);
    }

    /** How much is held and neither captured nor about to be captured or released. */
    public long leftToCapture() {
        return authorizedMinor - captureReservedMinor - capturedMinor;
    }

    /** How much was captured and is neither refunded nor about to be. */
    public long leftToRefund() {
        return capturedMinor - refundReservedMinor - refundedMinor;
    }
}
