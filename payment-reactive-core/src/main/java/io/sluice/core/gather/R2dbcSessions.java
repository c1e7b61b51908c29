package io.sluice.core.gather;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;

/** Sessions over R2DBC connections, one batch one statement in auto-commit mode. */
record R2dbcSessions<C, R>(ConnectionFactory connections, BatchStatement<C, R> statement)
        implements Session.Source<C, R> {

    @Override
    public Object key(C command) {
        return statement.key(command);
    }

    @Override
    public Mono<Session<C, R>> open() {
        return Mono.from(connections.create()).flatMap(this::prepared);
    }

    private Mono<Session<C, R>> prepared(Connection connection) {
        Session<C, R> session = new OverConnection<>(connection, statement);
        return statement
                .prepare(connection)
                .thenReturn(session)
                .doOnError(e -> session.close())
                .doOnCancel(session::close);
    }

    private record OverConnection<C, R>(Connection connection, BatchStatement<C, R> statement)
            implements Session<C, R> {

        @Override
        public Mono<List<R>> execute(List<C> commands) {
            return statement.execute(connection, commands);
        }

        @Override
        public Mono<List<Optional<R>>> lookUp(List<C> commands) {
            return statement.lookUp(connection, commands);
        }

        @Override
        public boolean isOpen() {
            AtomicBoolean open = new AtomicBoolean();
            // A local validation looks at the channel's state and answers on the spot.
            Mono.from(connection.validate(ValidationDepth.LOCAL)).subscribe(open::set, e -> {});
            return open.get();
        }

        @Override
        public void close() {
            Mono.from(connection.close()).subscribe(null, e -> {});
        }
    }
}
