package io.sluice.sandbox.simulators.bank.model;

import io.sluice.sandbox.simulators.bank.model.Transaction.Status;
import java.util.Optional;

/** Completions, voids and refunds: all name in DE 61 what they are about. */
final class ModificationRules {
    private ModificationRules() {}

    static Verdict ask(Message message, Transaction asked, Kind kind, Register register, Outcome outcome) {
        Optional<Transaction> original =
                register.find(Key.ofOriginal(message)).filter(found -> isMeant(message, found, kind));
        if (original.isEmpty()) {
            return TransactionRules.refused(message, asked, Codes.NO_ORIGINAL);
        }
        Transaction named = asked.of(original.get().key());
        return switch (kind) {
            case COMPLETION -> complete(message, named, original.get(), outcome);
            case REFUND -> refund(message, named, original.get(), outcome);
            default -> undo(message, named, original.get(), register, outcome);
        };
    }

    /** The right kind, by the same card, and where money is still to be asked for, with the code that allowed it. */
    private static boolean isMeant(Message message, Transaction found, Kind kind) {
        boolean right = kind == Kind.COMPLETION
                ? found.kind() == Kind.PREAUTH
                : kind == Kind.REFUND ? found.kind() != null && found.kind().isCharge() : found.kind() == kind.voided();
        boolean sameCard = found.card().equals(Cards.masked(message.text(De.PAN)));
        boolean allowed = kind == Kind.REFUND || found.authorization().equals(message.text(De.AUTHORIZATION));
        return right && sameCard && allowed;
    }

    /** Once: what it leaves is released. */
    private static Verdict complete(Message message, Transaction asked, Transaction held, Outcome outcome) {
        if (!held.is(Status.DONE) || held.movedMinor() > 0) {
            return TransactionRules.refused(message, asked, Codes.INVALID_TRANSACTION);
        }
        return asked.amountMinor() == 0 || asked.amountMinor() > held.amountMinor()
                ? TransactionRules.refused(message, asked, Codes.INVALID_AMOUNT)
                : TransactionRules.done(message, asked, outcome, held.moved(asked.amountMinor()));
    }

    private static Verdict refund(Message message, Transaction asked, Transaction charge, Outcome outcome) {
        if (!charge.is(Status.DONE)) {
            return TransactionRules.refused(message, asked, Codes.INVALID_TRANSACTION);
        }
        return asked.amountMinor() == 0 || asked.amountMinor() > charge.amountMinor() - charge.movedMinor()
                ? TransactionRules.refused(message, asked, Codes.INVALID_AMOUNT)
                : TransactionRules.done(message, asked, outcome, charge.moved(asked.amountMinor()));
    }

    /** In full, on the day of the original, before its batch is settled and while nothing came of it. */
    private static Verdict undo(
            Message message, Transaction asked, Transaction original, Register register, Outcome outcome) {
        if (original.kind() == Kind.PREAUTH && !original.is(Status.DONE)) {
            return TransactionRules.refused(message, asked, Codes.NO_ORIGINAL);
        }
        boolean sameDay = original.kind() == Kind.PREAUTH || original.batch().equals(asked.batch());
        boolean can = original.is(Status.DONE)
                && original.movedMinor() == 0
                && sameDay
                && !register.isSettled(original.key().terminal(), original.batch());
        if (!can) {
            return TransactionRules.refused(message, asked, Codes.INVALID_TRANSACTION);
        }
        Transaction undone = original.in(Status.VOIDED);
        return original.original() == null
                ? TransactionRules.done(message, asked, outcome, undone)
                : TransactionRules.done(message, asked, outcome, undone, holdAgain(original, register));
    }

    /** A completion that is undone leaves the money held. */
    static Transaction holdAgain(Transaction completion, Register register) {
        Key held = completion.original();
        return register.find(held == null ? completion.key() : held)
                .map(hold -> hold.moved(-completion.amountMinor()))
                .orElse(completion);
    }
}
