package io.sluice.core.gather;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * How commands of one kind are written, many at a time. Executing must be idempotent by an id that the command carries:
 * after a lost connection a command may be executed again while the first execution is still about to commit, and a row
 * found with the command's own id is that command's success.
 */
public interface BatchStatement<C, R> {

    /** Commands with equal keys are written one after the other, in the order they came, and never in one batch. */
    Object key(C command);

    /** Settings of the session, made once on every new connection. */
    default Mono<Void> prepare(Connection connection) {
        return Mono.empty();
    }

    /**
     * Writes a batch in one transaction and answers after its commit. What concerns one command only, such as a
     * conflict, is an answer and not an error.
     *
     * @return one answer a command, in the commands' order
     */
    Mono<List<R>> execute(Connection connection, List<C> commands);

    /**
     * Asks which commands are already written, after the connection that carried them was lost.
     *
     * @return in the commands' order, the answer of each that is there and empty for each that is not
     */
    Mono<List<Optional<R>>> lookUp(Connection connection, List<C> commands);
}
