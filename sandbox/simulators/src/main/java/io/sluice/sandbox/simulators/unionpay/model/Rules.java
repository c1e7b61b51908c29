package io.sluice.sandbox.simulators.unionpay.model;

import io.sluice.sandbox.simulators.model.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether a transaction may follow another. */
public final class Rules {
    private static final Duration REFUNDABLE = Duration.ofDays(11 * 30L);

    private Rules() {}

    /**
     * @param wanted what is asked for
     * @param original what it is about
     * @param others all that was asked for about the same
     */
    public static Decision<Transaction, Refusal> follow(
            Transaction wanted, Transaction original, List<Transaction> others, Instant now) {
        List<Transaction> counting = others.stream().filter(Transaction::counts).toList();
        if (!wanted.kind().isAbout(original.kind()) || !original.isDone() || isUndone(counting)) {
            return Decision.refused(Refusal.of(ResponseCode.ORIGINAL));
        }
        return wanted.kind() == Kind.REFUND
                ? refund(wanted, original, counting, now)
                : once(wanted, original, counting, now);
    }

    private static boolean isUndone(List<Transaction> counting) {
        return counting.stream().anyMatch(other -> other.kind().isVoid());
    }

    /** In parts, for eleven months, and never more than was paid. */
    private static Decision<Transaction, Refusal> refund(
            Transaction wanted, Transaction original, List<Transaction> counting, Instant now) {
        long left =
                original.fen() - counting.stream().mapToLong(Transaction::fen).sum();
        if (now.isAfter(original.createdAt().plus(REFUNDABLE))) {
            return Decision.refused(Refusal.of(ResponseCode.TOO_LATE));
        }
        return wanted.fen() > left
                ? Decision.refused(new Refusal(ResponseCode.AMOUNT, left + " fen are left"))
                : Decision.granted(wanted);
    }

    /** Completions and voids: once, beside nothing else; voids in full, and those of charges on their day. */
    private static Decision<Transaction, Refusal> once(
            Transaction wanted, Transaction original, List<Transaction> counting, Instant now) {
        if (!counting.isEmpty()) {
            return Decision.refused(Refusal.of(ResponseCode.ORIGINAL));
        }
        if (wanted.kind() == Kind.COMPLETION) {
            return wanted.fen() > original.fen()
                    ? Decision.refused(new Refusal(ResponseCode.AMOUNT, original.fen() + " fen are held"))
                    : Decision.granted(wanted);
        }
        if (wanted.fen() != original.fen()) {
            return Decision.refused(new Refusal(ResponseCode.DIFFERS, "a void is over all of it"));
        }
        return wanted.kind().isSameDayVoid() && !original.endedOnDayOf(now)
                ? Decision.refused(Refusal.of(ResponseCode.TOO_LATE))
                : Decision.granted(wanted);
    }
}
