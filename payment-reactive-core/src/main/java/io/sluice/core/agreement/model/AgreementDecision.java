package io.sluice.core.agreement.model;

import org.jspecify.annotations.Nullable;

/** What is to become of an agreement. */
public sealed interface AgreementDecision {

    AgreementDecision UNCHANGED = new Unchanged();

    /**
     * Write {@code after} in place of the version before it, with the token if there is one. Its {@code toString} does not show
     * the token.
     */
    record Changed(Agreement after, @Nullable String token) implements AgreementDecision {

        public Changed(Agreement after) {
            this(after, null);
        }

        @Override
        public String toString() {
            return "Changed[" + after + "]";
        }
    }

    record Unchanged() implements AgreementDecision {}

    /**
     * What was asked for cannot be.
     *
     * @param code stable, such as {@code agreement_not_active}
     */
    record Refused(String code, String reason) implements AgreementDecision {}
}
