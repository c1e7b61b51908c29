package io.sluice.sandbox.simulators.bank.model;

import io.sluice.sandbox.simulators.bank.model.Transaction.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes a transaction back that its terminal knows no answer to. Asked again it says the same. What never arrived is remembered, so
 * that it is refused when it comes later.
 */
public final class ReversalRules {
    /** No answer, a wrong MAC, other. */
    private static final Set<String> REASONS = Set.of("98", "A0", "06");

    private ReversalRules() {}

    public static Verdict ask(Message message, Register register) {
        if (!message.has(
                        De.PAN,
                        De.PROCESSING,
                        De.AMOUNT,
                        De.SENT_AT,
                        De.STAN,
                        De.RETRIEVAL,
                        De.TERMINAL,
                        De.TYPE_AND_BATCH,
                        De.CODE)
                || !REASONS.contains(message.text(De.CODE))) {
            return Verdict.of(message.answer(Codes.FORMAT));
        }
        return register.find(Key.of(message))
                .filter(original -> !original.is(Status.LOST))
                .map(original -> original.isOf(message)
                        ? takeBack(message, original, register)
                        : Verdict.of(message.answer(Codes.DUPLICATE)))
                .orElseGet(() ->
                        Verdict.of(message.answer(Codes.NO_ORIGINAL), Transaction.never(message, register.now())));
    }

    private static Verdict takeBack(Message message, Transaction original, Register register) {
        if (!original.isMeantBy(message)) {
            return Verdict.of(message.answer(Codes.FORMAT));
        }
        return switch (original.status()) {
            case REFUSED, REVERSED, VOIDED -> Verdict.of(message.answer(Codes.APPROVED));
            case NEVER, LOST -> Verdict.of(message.answer(Codes.NO_ORIGINAL));
            case DONE -> isFinal(original, register) ? stands(message, original) : undo(message, original, register);
        };
    }

    private static boolean isFinal(Transaction original, Register register) {
        return original.movedMinor() > 0
                || original.kind() == Kind.REFUND
                || register.isSettled(original.key().terminal(), original.batch());
    }

    private static Verdict stands(Message message, Transaction original) {
        return Verdict.of(message.answer(Codes.STANDS).with(De.AUTHORIZATION, original.authorization()));
    }

    private static Verdict undo(Message message, Transaction original, Register register) {
        List<Transaction> changed = new ArrayList<>();
        changed.add(original.in(Status.REVERSED));
        Kind kind = original.kind();
        Key about = original.original();
        if (kind == Kind.COMPLETION) {
            changed.add(ModificationRules.holdAgain(original, register));
        } else if (kind != null && kind.isVoid() && about != null) {
            register.find(about).ifPresent(voided -> changed.addAll(unvoid(voided, register)));
        }
        return new Verdict(message.answer(Codes.APPROVED), List.copyOf(changed));
    }

    private static List<Transaction> unvoid(Transaction voided, Register register) {
        Key hold = voided.original();
        Transaction again = voided.in(Status.DONE);
        return hold == null
                ? List.of(again)
                : register.find(hold)
                        .map(held -> List.of(again, held.moved(voided.amountMinor())))
                        .orElse(List.of(again));
    }
}
