package io.sluice.core.refund.model;

import io.sluice.core.money.Money;
import io.sluice.core.payment.model.PaymentState;

/** Whether money may be given back. */
public sealed interface RefundDecision {

    /** It may: record this, and only then send it. */
    record Reserved(RefundTransition transition) implements RefundDecision {}

    /** More is asked for than is left; {@code left} may be zero. */
    record Exceeds(Money left) implements RefundDecision {}

    /** The payment did not take money that could be given back. */
    record NotRefundable(PaymentState state) implements RefundDecision {}
}
