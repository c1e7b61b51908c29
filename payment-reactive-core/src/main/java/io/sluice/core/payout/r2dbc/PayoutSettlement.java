package io.sluice.core.payout.r2dbc;

import io.sluice.core.payout.model.Payout;

/** What became of one write. */
sealed interface PayoutSettlement {

    /** It is durable. */
    record Written(Payout payout) implements PayoutSettlement {}

    /** Its idempotency key was used for the same request; {@code payout} is that one's. */
    record Repeated(Payout payout) implements PayoutSettlement {}

    /** Its idempotency key was used for another request. */
    record KeyTaken() implements PayoutSettlement {}

    /** Less is available than it takes. */
    record Wanting() implements PayoutSettlement {}

    /** The payout had another version. */
    record Overtaken(Payout current) implements PayoutSettlement {}
}
