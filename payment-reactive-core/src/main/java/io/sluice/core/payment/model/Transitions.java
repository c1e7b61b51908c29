package io.sluice.core.payment.model;

import java.util.Map;
import java.util.Set;

/** The state tables: the one source for what may follow what. A property test walks them. */
public final class Transitions {

    public static final Map<PaymentState, Set<PaymentState>> PAYMENT = Map.ofEntries(
            Map.entry(
                    PaymentState.CREATED,
                    Set.of(
                            PaymentState.RISK_REVIEW,
                            PaymentState.REQUIRES_ACTION,
                            PaymentState.PROCESSING,
                            PaymentState.FAILED,
                            PaymentState.CLOSED)),
            Map.entry(
                    PaymentState.RISK_REVIEW,
                    Set.of(
                            PaymentState.REQUIRES_ACTION,
                            PaymentState.PROCESSING,
                            PaymentState.FAILED,
                            PaymentState.CLOSED)),
            Map.entry(
                    PaymentState.REQUIRES_ACTION,
                    Set.of(
                            PaymentState.PROCESSING,
                            PaymentState.SUCCEEDED,
                            PaymentState.AUTHORIZED,
                            PaymentState.FAILED,
                            PaymentState.CLOSING,
                            PaymentState.CONFLICTED)),
            Map.entry(
                    PaymentState.PROCESSING,
                    Set.of(
                            PaymentState.REQUIRES_ACTION,
                            PaymentState.AUTHORIZED,
                            PaymentState.SUCCEEDED,
                            PaymentState.FAILED,
                            PaymentState.CLOSING,
                            PaymentState.CONFLICTED)),
            Map.entry(
                    PaymentState.CLOSING,
                    // To AUTHORIZED when the money was held before the order could be closed: it is let go at once.
                    Set.of(
                            PaymentState.CLOSED,
                            PaymentState.AUTHORIZED,
                            PaymentState.SUCCEEDED,
                            PaymentState.CONFLICTED)),
            Map.entry(
                    PaymentState.AUTHORIZED,
                    Set.of(PaymentState.PARTIALLY_CAPTURED, PaymentState.SUCCEEDED, PaymentState.REVERSED)),
            // Back to AUTHORIZED when all that was captured is voided.
            Map.entry(
                    PaymentState.PARTIALLY_CAPTURED,
                    Set.of(PaymentState.AUTHORIZED, PaymentState.SUCCEEDED, PaymentState.REVERSED)),
            // To AUTHORIZED when the only capture is voided and its channel holds the money again
            // (docs/adr/018-captures-once.md),
            // to CONFLICTED only when another attempt was paid too (docs/adr/006-money-twice.md).
            Map.entry(
                    PaymentState.SUCCEEDED,
                    Set.of(PaymentState.AUTHORIZED, PaymentState.REVERSED, PaymentState.CONFLICTED)),
            // Only on an authenticated late success: money arrived for what was already given up.
            Map.entry(PaymentState.FAILED, Set.of(PaymentState.CONFLICTED)),
            Map.entry(PaymentState.CLOSED, Set.of(PaymentState.CONFLICTED)),
            Map.entry(PaymentState.CONFLICTED, Set.of(PaymentState.SUCCEEDED, PaymentState.REVERSED)),
            // Only when money comes after all: another late success, or what was given back bounces.
            Map.entry(PaymentState.REVERSED, Set.of(PaymentState.CONFLICTED)));

    public static final Map<AttemptState, Set<AttemptState>> ATTEMPT = Map.ofEntries(
            Map.entry(AttemptState.CREATED, Set.of(AttemptState.SENT, AttemptState.NOT_SENT)),
            Map.entry(
                    AttemptState.SENT,
                    Set.of(
                            AttemptState.ACCEPTED,
                            AttemptState.AUTHORIZED,
                            AttemptState.SUCCEEDED,
                            AttemptState.DECLINED,
                            AttemptState.NOT_SENT,
                            AttemptState.UNKNOWN)),
            Map.entry(
                    AttemptState.ACCEPTED,
                    Set.of(
                            AttemptState.AUTHORIZED,
                            AttemptState.SUCCEEDED,
                            AttemptState.DECLINED,
                            AttemptState.UNKNOWN,
                            AttemptState.MANUAL)),
            Map.entry(
                    AttemptState.UNKNOWN,
                    Set.of(
                            AttemptState.ACCEPTED,
                            AttemptState.AUTHORIZED,
                            AttemptState.SUCCEEDED,
                            AttemptState.DECLINED,
                            AttemptState.NOT_SENT,
                            AttemptState.ABSENT,
                            AttemptState.REVERSING,
                            AttemptState.MANUAL)),
            Map.entry(
                    AttemptState.REVERSING, Set.of(AttemptState.REVERSED, AttemptState.SUCCEEDED, AttemptState.MANUAL)),
            // Only on an authenticated late success; the payment is then CONFLICTED (docs/adr/003-late-success.md).
            Map.entry(AttemptState.DECLINED, Set.of(AttemptState.SUCCEEDED)),
            Map.entry(AttemptState.NOT_SENT, Set.of(AttemptState.SUCCEEDED)),
            Map.entry(AttemptState.ABSENT, Set.of(AttemptState.SUCCEEDED)),
            Map.entry(AttemptState.REVERSED, Set.of(AttemptState.SUCCEEDED)),
            Map.entry(AttemptState.AUTHORIZED, Set.of(AttemptState.SUCCEEDED, AttemptState.REVERSED)),
            // To AUTHORIZED or REVERSED when all that was captured is voided (docs/adr/014-captures.md,
            // 018-captures-once.md);
            // else back to what the channel had said before it said "paid", when people find that nothing came
            // (docs/adr/015-giving-back.md).
            Map.entry(
                    AttemptState.SUCCEEDED,
                    Set.of(
                            AttemptState.AUTHORIZED,
                            AttemptState.REVERSED,
                            AttemptState.DECLINED,
                            AttemptState.NOT_SENT,
                            AttemptState.ABSENT)),
            // People are called, and whatever becomes known still counts (docs/adr/010-doubt-and-people.md).
            Map.entry(
                    AttemptState.MANUAL,
                    Set.of(
                            AttemptState.ACCEPTED,
                            AttemptState.AUTHORIZED,
                            AttemptState.SUCCEEDED,
                            AttemptState.DECLINED,
                            AttemptState.NOT_SENT,
                            AttemptState.ABSENT,
                            AttemptState.REVERSING,
                            AttemptState.REVERSED)));

    private Transitions() {}

    public static boolean allows(PaymentState from, PaymentState to) {
        return PAYMENT.getOrDefault(from, Set.of()).contains(to);
    }

    /** As {@link #allows(PaymentState, PaymentState)}, or no change: an attempt moves and its payment stays. */
    static boolean mayFollow(PaymentState from, PaymentState to) {
        return from == to || allows(from, to);
    }

    public static boolean allows(AttemptState from, AttemptState to) {
        return ATTEMPT.getOrDefault(from, Set.of()).contains(to);
    }
}
