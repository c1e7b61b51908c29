package io.sluice.sandbox.simulators.bank.model;

import java.time.Instant;
import java.util.Optional;

/** What a rule may look up. */
public interface Register {
    Optional<Transaction> find(Key key);

    /** Whether the batch's totals were agreed upon, after which nothing in it can be undone. */
    boolean isSettled(String terminal, String batch);

    Instant now();

    /** The next authorization code, six digits. */
    String nextAuthorization();
}
