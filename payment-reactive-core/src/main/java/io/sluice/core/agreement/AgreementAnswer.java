package io.sluice.core.agreement;

import io.sluice.core.agreement.model.Agreement;

/** What a merchant is answered who asked for something about an agreement. */
public sealed interface AgreementAnswer {

    /** As it stands now. */
    record Stands(Agreement agreement) implements AgreementAnswer {}

    /** The key was used before, by the same request: as it stands now. */
    record Replayed(Agreement agreement) implements AgreementAnswer {}

    /** The key was used before, by another request. */
    record KeyReused() implements AgreementAnswer {}

    /** The merchant has no such agreement. */
    record NotFound() implements AgreementAnswer {}

    /** No account of the merchant's signs agreements for the method; {@code reason} says for which there are. */
    record NotOffered(String reason) implements AgreementAnswer {}

    /**
     * It cannot be, in the state that the agreement is in.
     *
     * @param code stable, such as {@code agreement_not_active}
     */
    record Refused(String code, String reason) implements AgreementAnswer {}
}
