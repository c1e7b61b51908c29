package io.sluice.core.payout;

import io.sluice.core.payout.model.Payout;

/** What a merchant is told about a request to pay out. */
public sealed interface PayoutAnswer {

    /** It waits for people, or the channel has spoken: it is accepted, paid, refused, or its outcome is in doubt. */
    record Concluded(Payout payout) implements PayoutAnswer {}

    /** The merchant's patience ended first; it goes on. */
    record InProgress(Payout payout) implements PayoutAnswer {}

    /** The same request was answered before; here is that answer again. */
    record Replayed(Payout payout) implements PayoutAnswer {}

    /** The idempotency key belongs to another request. */
    record KeyReused() implements PayoutAnswer {}

    /** The merchant is due less than that; nothing was recorded. */
    record Insufficient() implements PayoutAnswer {}
}
