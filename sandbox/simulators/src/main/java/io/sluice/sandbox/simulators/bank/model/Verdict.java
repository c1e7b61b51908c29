package io.sluice.sandbox.simulators.bank.model;

import java.util.List;

/**
 * What is answered and what changes.
 *
 */
public record Verdict(Message answer, List<Transaction> changed) {

    static Verdict of(Message answer, Transaction... changed) {
        return new Verdict(answer, List.of(changed));
    }

    /** Whether anything was done now: a repetition, for one, is answered only. */
    public boolean isNew() {
        return !changed.isEmpty();
    }
}
