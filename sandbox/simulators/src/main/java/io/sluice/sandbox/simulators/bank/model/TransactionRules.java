package io.sluice.sandbox.simulators.bank.model;

import io.sluice.sandbox.simulators.bank.model.Transaction.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the host does when it is asked for a transaction. */
public final class TransactionRules {
    private static final int[] ALWAYS = {
        De.PAN,
        De.PROCESSING,
        De.AMOUNT,
        De.SENT_AT,
        De.STAN,
        De.CONDITION,
        De.RETRIEVAL,
        De.TERMINAL,
        De.MERCHANT,
        De.ADDITIONAL,
        De.CURRENCY,
        De.TYPE_AND_BATCH
    };

    private TransactionRules() {}

    public static Verdict ask(Message message, Register register, Outcome outcome) {
        Optional<Kind> kind = Kind.of(message);
        if (kind.isEmpty() || !message.has(ALWAYS) || isMalformed(message)) {
            return Verdict.of(message.answer(Codes.FORMAT));
        }
        return register.find(Key.of(message))
                .map(before -> before.is(Status.LOST)
                        ? first(message, kind.get(), register, before.isOf(message) ? Outcome.APPROVED : outcome)
                        : again(message, before))
                .orElseGet(() -> first(message, kind.get(), register, outcome));
    }

    private static boolean isMalformed(Message message) {
        return !message.text(De.AMOUNT).matches("[0-9]{12}")
                || !message.text(De.TYPE_AND_BATCH).matches("[0-9]{8,11}")
                || !message.text(De.CURRENCY).equals("156");
    }

    /** A repetition is answered as before; a late original after its reversal, and another one's number, are refused. */
    private static Verdict again(Message message, Transaction before) {
        if (!before.isOf(message)) {
            return Verdict.of(message.answer(Codes.DUPLICATE));
        }
        boolean takenBack = before.is(Status.NEVER) || before.is(Status.REVERSED);
        return takenBack ? Verdict.of(message.answer(Codes.INVALID_TRANSACTION)) : Verdict.of(answer(message, before));
    }

    private static Verdict first(Message message, Kind kind, Register register, Outcome outcome) {
        Transaction asked = Transaction.asked(message, kind, register.nextAuthorization(), register.now());
        String refusal = outcome.refusal();
        if (refusal != null && refusal.equals(Codes.SYSTEM_ERROR)) {
            return Verdict.of(message.answer(refusal), asked.in(Status.LOST));
        }
        if (refusal != null && !refusal.equals(Codes.PARTLY)) {
            return refused(message, asked, refusal);
        }
        if (!Cards.isIssued(message.text(De.PAN))) {
            return refused(message, asked, Codes.INVALID_CARD);
        }
        return switch (kind) {
            case BALANCE -> Verdict.of(message.answer(Codes.APPROVED).with(De.BALANCE, "0002156C000000100000"));
            case PURCHASE, PREAUTH -> opening(message, asked, outcome);
            case COMPLETION, PREAUTH_VOID, COMPLETION_VOID, VOID, REFUND ->
                ModificationRules.ask(message, asked, kind, register, outcome);
        };
    }

    private static Verdict opening(Message message, Transaction asked, Outcome outcome) {
        if (asked.amountMinor() == 0) {
            return refused(message, asked, Codes.INVALID_AMOUNT);
        }
        Transaction done =
                outcome == Outcome.PARTIAL_APPROVAL ? asked.over(asked.amountMinor() / 2, Codes.PARTLY) : asked;
        return done(message, done, outcome);
    }

    static Verdict done(Message message, Transaction done, Outcome outcome, Transaction... others) {
        var changed = new ArrayList<Transaction>(List.of(others));
        changed.add(done);
        Message answer = outcome == Outcome.ERROR_AFTER ? message.answer(Codes.SYSTEM_ERROR) : answer(message, done);
        return new Verdict(answer, List.copyOf(changed));
    }

    static Verdict refused(Message message, Transaction asked, String code) {
        return Verdict.of(message.answer(code), asked.refused(code));
    }

    private static Message answer(Message message, Transaction done) {
        Message answer = message.answer(done.code()).with(De.AMOUNT, "%012d".formatted(done.amountMinor()));
        return done.authorization().isEmpty() ? answer : answer.with(De.AUTHORIZATION, done.authorization());
    }
}
