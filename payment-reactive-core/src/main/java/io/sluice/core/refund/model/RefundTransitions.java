package io.sluice.core.refund.model;

import java.util.Map;
import java.util.Set;

/** The state table of refunds: the one source for what may follow what. A property test walks it. */
public final class RefundTransitions {

    public static final Map<RefundState, Set<RefundState>> REFUND = Map.ofEntries(
            Map.entry(RefundState.CREATED, Set.of(RefundState.RESERVED)),
            Map.entry(RefundState.RESERVED, Set.of(RefundState.SENT)),
            Map.entry(
                    RefundState.SENT,
                    Set.of(RefundState.PROCESSING, RefundState.SUCCEEDED, RefundState.FAILED, RefundState.UNKNOWN)),
            Map.entry(RefundState.PROCESSING, Set.of(RefundState.SUCCEEDED, RefundState.FAILED, RefundState.ABNORMAL)),
            Map.entry(
                    RefundState.UNKNOWN,
                    Set.of(RefundState.PROCESSING, RefundState.SUCCEEDED, RefundState.FAILED, RefundState.ABNORMAL)),
            // Out of ABNORMAL and MANUAL only people help; what they did at the channel, the channel tells
            // (docs/adr/009-refunds.md).
            Map.entry(RefundState.ABNORMAL, Set.of(RefundState.SUCCEEDED, RefundState.FAILED, RefundState.MANUAL)),
            Map.entry(RefundState.MANUAL, Set.of(RefundState.SUCCEEDED, RefundState.FAILED)),
            Map.entry(RefundState.SUCCEEDED, Set.of(RefundState.RETURNED)),
            Map.entry(RefundState.FAILED, Set.of()),
            Map.entry(RefundState.RETURNED, Set.of()));

    private RefundTransitions() {}

    public static boolean allows(RefundState from, RefundState to) {
        return REFUND.getOrDefault(from, Set.of()).contains(to);
    }
}
