package io.sluice.core.payout.model;

import java.util.Map;
import java.util.Set;

/** The state table of payouts: the one source for what may follow what. A property test walks it. */
public final class PayoutTransitions {

    public static final Map<PayoutState, Set<PayoutState>> TABLE = Map.ofEntries(
            Map.entry(PayoutState.CREATED, Set.of(PayoutState.REVIEW, PayoutState.RESERVED)),
            Map.entry(PayoutState.REVIEW, Set.of(PayoutState.RESERVED, PayoutState.FAILED)),
            Map.entry(PayoutState.RESERVED, Set.of(PayoutState.SENT)),
            Map.entry(
                    PayoutState.SENT,
                    Set.of(PayoutState.ACCEPTED, PayoutState.SUCCEEDED, PayoutState.FAILED, PayoutState.UNKNOWN)),
            Map.entry(PayoutState.ACCEPTED, Set.of(PayoutState.SUCCEEDED, PayoutState.FAILED, PayoutState.MANUAL)),
            Map.entry(
                    PayoutState.UNKNOWN,
                    Set.of(PayoutState.ACCEPTED, PayoutState.SUCCEEDED, PayoutState.FAILED, PayoutState.MANUAL)),
            // Out of MANUAL leads the channel's word, or that of two people who read its books
            // (docs/adr/022-payouts.md).
            Map.entry(PayoutState.MANUAL, Set.of(PayoutState.SUCCEEDED, PayoutState.FAILED)),
            Map.entry(PayoutState.SUCCEEDED, Set.of(PayoutState.RETURNED)),
            // Never to SUCCEEDED: what a failure released may be spent already.
            Map.entry(PayoutState.FAILED, Set.of()),
            Map.entry(PayoutState.RETURNED, Set.of()));

    private PayoutTransitions() {}

    public static boolean allows(PayoutState from, PayoutState to) {
        return TABLE.getOrDefault(from, Set.of()).contains(to);
    }
}
