package io.sluice.core.agreement.model;

import java.util.Map;
import java.util.Set;

/** The state table of agreements: the one source for what may follow what. A property test walks it. */
public final class AgreementTransitions {

    public static final Map<AgreementState, Set<AgreementState>> TABLE = Map.of(
            AgreementState.PENDING, Set.of(AgreementState.ACTIVE, AgreementState.FAILED, AgreementState.EXPIRED),
            AgreementState.ACTIVE, Set.of(AgreementState.REVOKING),
            // Never back to ACTIVE: whoever revoked it must be able to rely on that (docs/adr/023-agreements.md).
            AgreementState.REVOKING, Set.of(AgreementState.REVOKED),
            AgreementState.REVOKED, Set.of(),
            AgreementState.FAILED, Set.of(),
            AgreementState.EXPIRED, Set.of());

    private AgreementTransitions() {}

    static Set<AgreementState> after(AgreementState state) {
        return TABLE.getOrDefault(state, Set.of());
    }

    public static boolean allows(AgreementState from, AgreementState to) {
        return after(from).contains(to);
    }
}
