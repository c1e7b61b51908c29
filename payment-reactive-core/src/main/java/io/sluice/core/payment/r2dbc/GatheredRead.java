package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.Connection;
import io.sluice.core.gather.BatchStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A statement that answers the questions of many; to a lane a command that leaves nothing behind. */
interface GatheredRead<Q, A> extends BatchStatement<Q, Optional<A>> {

    /** Reads stand in nobody's way: even the same question may be asked twice in a batch. */
    @Override
    default Object key(Q question) {
        return new Object();
    }

    /** Nothing was written that could be found: all are asked again. */
    @Override
    default Mono<List<Optional<Optional<A>>>> lookUp(Connection connection, List<Q> questions) {
        return Mono.just(unanswered(questions));
    }

    /** To be filled in. */
    static <T> List<Optional<T>> unanswered(List<?> questions) {
        return new ArrayList<>(Collections.nCopies(questions.size(), Optional.empty()));
    }
}
