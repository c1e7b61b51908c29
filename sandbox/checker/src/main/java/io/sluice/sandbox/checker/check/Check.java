package io.sluice.sandbox.checker.check;

import io.sluice.sandbox.checker.evidence.Evidence;
import java.util.List;

/** One invariant. */
public interface Check {
    /** Short, for tables. */
    String name();

    /** What must hold, in a sentence. */
    String rule();

    /** Where it does not, each with its ids; none when it holds. */
    List<String> violations(Evidence evidence);

    /** Every invariant. */
    static List<Check> all() {
        return List.of(
                new ChargedOnce(),
                new AcknowledgedExists(),
                new AllEnded(),
                new BooksAgree(),
                new ChargesWithinAmounts(),
                new RefundsWithinCharges(),
                new ConflictsGivenBack(),
                new PayoutsWithinEarnings(),
                new PayoutsAgree(),
                new PayoutsAsked(),
                new SequencesWhole(),
                new EventsDelivered(),
                new EffectsOnce(),
                new AnswersTrue(),
                new SameKeySamePayment(),
                new TrialBalance());
    }
}
