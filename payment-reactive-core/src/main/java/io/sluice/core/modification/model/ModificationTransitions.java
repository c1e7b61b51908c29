package io.sluice.core.modification.model;

import io.sluice.core.channel.ModificationKind;
import java.util.Map;
import java.util.Set;

/** The state table of captures, voids and refunds: the one source for what may follow what. A property test walks it. */
public final class ModificationTransitions {

    public static final Map<ModificationState, Set<ModificationState>> TABLE = Map.ofEntries(
            Map.entry(ModificationState.CREATED, Set.of(ModificationState.RESERVED)),
            Map.entry(ModificationState.RESERVED, Set.of(ModificationState.SENT)),
            Map.entry(
                    ModificationState.SENT,
                    Set.of(
                            ModificationState.PROCESSING,
                            ModificationState.SUCCEEDED,
                            ModificationState.FAILED,
                            ModificationState.UNKNOWN)),
            Map.entry(
                    ModificationState.PROCESSING,
                    Set.of(ModificationState.SUCCEEDED, ModificationState.FAILED, ModificationState.ABNORMAL)),
            Map.entry(
                    ModificationState.UNKNOWN,
                    Set.of(
                            ModificationState.PROCESSING,
                            ModificationState.SUCCEEDED,
                            ModificationState.FAILED,
                            ModificationState.ABNORMAL)),
            // Out of ABNORMAL and MANUAL only people help; what they did at the channel, the channel tells
            // (docs/adr/009-refunds.md).
            Map.entry(
                    ModificationState.ABNORMAL,
                    Set.of(ModificationState.SUCCEEDED, ModificationState.FAILED, ModificationState.MANUAL)),
            Map.entry(ModificationState.MANUAL, Set.of(ModificationState.SUCCEEDED, ModificationState.FAILED)),
            Map.entry(ModificationState.SUCCEEDED, Set.of(ModificationState.RETURNED)),
            Map.entry(ModificationState.FAILED, Set.of()),
            Map.entry(ModificationState.RETURNED, Set.of()));

    /** A payer's bank can refuse what it is given; nothing like it happens to captures and voids. */
    public static final Set<ModificationState> OF_REFUNDS_ONLY =
            Set.of(ModificationState.ABNORMAL, ModificationState.MANUAL, ModificationState.RETURNED);

    private ModificationTransitions() {}

    public static boolean allows(ModificationKind kind, ModificationState from, ModificationState to) {
        return TABLE.getOrDefault(from, Set.of()).contains(to)
                && (kind == ModificationKind.REFUND || !OF_REFUNDS_ONLY.contains(to));
    }
}
