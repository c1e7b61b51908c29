package io.sluice.core.modification.r2dbc;

import io.sluice.core.modification.model.Modification;
import io.sluice.core.payment.model.Payment;
import org.jspecify.annotations.Nullable;

/** What became of one write. */
sealed interface ModificationSettlement {

    /** It is durable. */
    record Written(Modification modification, Payment payment) implements ModificationSettlement {}

    /** Its idempotency key was used for the same request; {@code modification} is that one's. */
    record Repeated(Modification modification) implements ModificationSettlement {}

    /** Its idempotency key was used for another request. */
    record KeyTaken() implements ModificationSettlement {}

    /** The payment had another version; {@code modification} is null when it was to be created. */
    record Overtaken(@Nullable Modification modification, Payment current) implements ModificationSettlement {}
}
