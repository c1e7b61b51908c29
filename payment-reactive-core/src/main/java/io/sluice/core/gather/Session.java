package io.sluice.core.gather;

import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A lane's open connection with its statement. */
interface Session<C, R> {

    Mono<List<R>> execute(List<C> commands);

    Mono<List<Optional<R>>> lookUp(List<C> commands);

    /** Whether the connection is, as far as can be told without asking, still there. */
    boolean isOpen();

    /** Lets go of the connection; never fails. */
    void close();

    /** Where sessions come from. */
    interface Source<C, R> {

        Object key(C command);

        Mono<Session<C, R>> open();
    }
}
