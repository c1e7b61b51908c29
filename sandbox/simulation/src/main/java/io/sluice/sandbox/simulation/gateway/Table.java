package io.sluice.sandbox.simulation.gateway;

import java.util.Optional;

/** What a gathering writer writes to: as much of a table as a statement of its own wants. */
interface Table<W> {

    Object key(W write);

    /** Throws when it can never be written. */
    void check(W write);

    /** Writes once, however often it is called. */
    Object write(W write);

    /** The answer to what is written already. */
    Optional<Object> find(W write);

    /** For the trace. */
    String describe(W write);
}
