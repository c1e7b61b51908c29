package io.sluice.callback.inquiry.model;

import io.sluice.core.payment.model.PaymentAttempt;
import java.util.UUID;

/** Chance without dice: the same attempt is spread in the same way after the same number of inquiries, wherever it is asked. */
final class Jitter {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private Jitter() {}

    /** From 0 to below 1, even over attempts and inquiries: the finalizer of SplitMix64 over both. */
    static double of(PaymentAttempt attempt) {
        UUID id = attempt.id().value();
        long seed = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
        long mixed = seed + GOLDEN * (attempt.inquiries() + 1L);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * UNIT;
    }
}
