package io.sluice.core.channel;

/**
 * The only things a channel may say about an agreement. Whatever an adapter cannot prove to be one of the definite outcomes is
 * {@link Unknown}. {@code code} is the channel's own.
 */
public sealed interface AgreementOutcome {

    /** The payer must do {@code nextAction}, and has not yet. */
    record Pending(NextAction nextAction) implements AgreementOutcome {}

    /** The payer agreed, and {@code token} is what payments are made by. Its {@code toString} does not show the token. */
    record Signed(String token) implements AgreementOutcome {

        @Override
        public String toString() {
            return "Signed[]";
        }
    }

    /** The code is not the one that was sent, or is too old. Another may be tried. */
    record WrongCode(String code) implements AgreementOutcome {}

    /** No, for good: nothing was signed under this number and nothing will be. */
    record Declined(OutcomeCode meaning, String code, String message) implements AgreementOutcome {}

    /** It was signed and is over, by whomever: nothing can be charged by it any more. */
    record Ended(String code) implements AgreementOutcome {}

    /** Provably no byte left, or the channel refused before doing anything. */
    record NotSent(Fault fault, String code, String message) implements AgreementOutcome {}

    /** The channel says that it knows no such agreement. Definite only after its in-doubt window. */
    record Absent(String code) implements AgreementOutcome {}

    /** A time-out, a reset after writing, an unreadable answer, a bad signature, a 5xx: it may be signed. */
    record Unknown(Fault fault, String code, String message) implements AgreementOutcome {

        /** The channel's fault, as it is unless the channel itself gave another reason. */
        public Unknown(String code, String message) {
            this(Fault.CHANNEL, code, message);
        }
    }
}
