package io.sluice.core.modification.model;

import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.Payment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a transition step by step. */
final class ModificationChanges {

    private final int expectedVersion;
    private final Instant now;
    private final List<ModificationChange> changes = new ArrayList<>();
    private Modification modification;
    private Payment payment;

    ModificationChanges(Modification modification, Payment payment, Instant now) {
        this.expectedVersion = payment.version();
        this.modification = modification;
        this.payment = payment;
        this.now = now;
    }

    void add(
            ModificationState next,
            @Nullable Failure failure,
            @Nullable String reference,
            @Nullable String code,
            String reason) {
        ModificationState from = modification.state();
        Instant due = next.isOpen() || isDoubtful(from, next)
                ? ModificationSchedule.next(modification.inquiries(), now)
                : null;
        modification = modification.to(next, failure, reference, code, due, now);
        Payment moved = payment.moved(Reserves.moved(payment.totals(), modification, from, next), now);
        payment = ChargeVoidPolicy.told(modification, GiveBackPolicy.told(modification, moved, now), now);
        changes.add(ModificationChange.of(from, reason, modification, payment));
    }

    /** A success that is heard of after its denial is the news, or it is old and the money bounced: the channel is asked. */
    private static boolean isDoubtful(ModificationState from, ModificationState next) {
        return next == ModificationState.SUCCEEDED
                && (from == ModificationState.ABNORMAL || from == ModificationState.MANUAL);
    }

    ModificationConclusion conclusion() {
        return new ModificationConclusion.Changed(new ModificationTransition(
                expectedVersion, List.copyOf(changes), SettlementPolicy.follow(modification, payment, now)));
    }
}
