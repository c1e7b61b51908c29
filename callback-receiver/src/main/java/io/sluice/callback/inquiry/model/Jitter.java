package io.sluice.callback.inquiry.model;

import io.sluice.core.modification.model.Modification;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payout.model.Payout;
import java.util.UUID;

/** Chance without dice: the same attempt is spread in the same way after the same number of inquiries, wherever it is asked. */
public final class Jitter {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private Jitter() {}

    /** From 0 to below 1, even over attempts and inquiries: the finalizer of SplitMix64 over both. */
    static double of(PaymentAttempt attempt) {
        return of(attempt.id().value(), attempt.inquiries());
    }

    public static double of(Modification modification) {
        return of(modification.id().value(), modification.inquiries());
    }

    public static double of(Payout payout) {
        return of(payout.id().value(), payout.inquiries());
    }

    private static double of(UUID id, int inquiries) {
        long seed = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
        long mixed = seed + GOLDEN * (inquiries + 1L);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * UNIT;
    }
}
