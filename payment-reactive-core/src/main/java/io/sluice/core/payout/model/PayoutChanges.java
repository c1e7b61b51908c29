package io.sluice.core.payout.model;

import io.sluice.core.payment.model.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a transition step by step. No step leaves the table. */
final class PayoutChanges {

    private final int expectedVersion;
    private final Instant now;
    private final List<PayoutChange> changes = new ArrayList<>();
    private Payout payout;

    /** Of a payout that is written already. */
    PayoutChanges(Payout payout, Instant now) {
        this.expectedVersion = payout.version();
        this.payout = payout;
        this.now = now;
    }

    private PayoutChanges(Payout created) {
        this.expectedVersion = 0;
        this.payout = created;
        this.now = created.createdAt();
        changes.add(PayoutChange.of(PayoutState.CREATED, "asked for by the merchant", created));
    }

    static PayoutChanges ofNew(Payout created) {
        return new PayoutChanges(created);
    }

    PayoutChanges to(PayoutState next, String reason) {
        return to(next, null, null, null, reason);
    }

    /** @throws IllegalStateException when the table does not know this transition */
    PayoutChanges to(
            PayoutState next,
            @Nullable Failure failure,
            @Nullable String reference,
            @Nullable String code,
            String reason) {
        PayoutState from = payout.state();
        if (!PayoutTransitions.allows(from, next)) {
            throw new IllegalStateException("a payout in " + from + " does not become " + next);
        }
        payout = payout.to(next, failure, reference, code, PayoutSchedule.after(next, payout.inquiries(), now), now);
        changes.add(PayoutChange.of(from, reason, payout));
        return this;
    }

    PayoutTransition transition() {
        return new PayoutTransition(expectedVersion, List.copyOf(changes));
    }

    PayoutConclusion conclusion() {
        return new PayoutConclusion.Changed(transition());
    }
}
