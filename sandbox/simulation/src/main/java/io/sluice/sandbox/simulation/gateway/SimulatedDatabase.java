package io.sluice.sandbox.simulation.gateway;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import io.sluice.core.gather.BatchStatement;
import io.sluice.sandbox.simulation.world.ConnectionResetException;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.NotConnectedException;
import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The store as a driver shows it: connections that break, and statements on them. */
final class SimulatedDatabase<W> implements ConnectionFactory, BatchStatement<W, Object> {

    private static final double CONTENDED = 0.02;
    private static final double ON_THE_SPOT = 0.05;
    private static final double SLOW_COMMITS = 0.1;
    private static final Duration SLOWEST_COMMIT = Duration.ofSeconds(2);

    private final World world;
    private final Table<W> table;
    private final Promptness promptness;

    SimulatedDatabase(World world, Table<W> table, Promptness promptness) {
        this.world = world;
        this.table = table;
        this.promptness = promptness;
    }

    @Override
    public Mono<Connection> create() {
        return world.network
                .ask(Link.STORE, "connect", SimulatedConnection::new)
                .doOnNext(promptness::free)
                .<Connection>map(fresh -> fresh)
                .onErrorMap(SimulatedDatabase::asDriver);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return () -> "simulation";
    }

    @Override
    public Object key(W write) {
        return table.key(write);
    }

    @Override
    public Mono<List<Object>> execute(Connection connection, List<W> writes) {
        return over(
                (SimulatedConnection) connection,
                "write " + describe(writes),
                writes,
                () -> world.store.write(commitTime(), () -> write(writes)),
                () -> world.store.write(() -> write(writes)));
    }

    private List<Object> write(List<W> writes) {
        if (world.chance().of(CONTENDED)) {
            throw new R2dbcRollbackException("could not serialize access", "40001");
        }
        writes.forEach(table::check);
        return writes.stream().map(table::write).toList();
    }

    private Duration commitTime() {
        boolean slow = world.time.elapsed().compareTo(World.HEALED) < 0
                && world.chance().of(SLOW_COMMITS);
        return world.chance().between(Duration.ZERO, slow ? SLOWEST_COMMIT : Duration.ofMillis(2));
    }

    @Override
    public Mono<List<Optional<Object>>> lookUp(Connection connection, List<W> writes) {
        Supplier<List<Optional<Object>>> look =
                () -> writes.stream().map(table::find).toList();
        return over(
                (SimulatedConnection) connection,
                "look up " + describe(writes),
                writes,
                () -> Mono.fromSupplier(look),
                look);
    }

    /** A driver may answer on the stack of who asks it, and who asks has to be ready for that. */
    private <T> Mono<T> over(
            SimulatedConnection connection,
            String what,
            List<W> writes,
            Supplier<Mono<T>> statement,
            Supplier<T> onTheSpot) {
        promptness.sent(connection, writes);
        return Mono.defer(() -> world.chance().of(ON_THE_SPOT)
                        ? Mono.fromSupplier(onTheSpot)
                        : world.network.await(Link.STORE, what, statement))
                .onErrorMap(SimulatedDatabase::asDriver)
                .doOnError(R2dbcNonTransientResourceException.class, lost -> connection.lose())
                .doOnTerminate(() -> promptness.free(connection));
    }

    private static Throwable asDriver(Throwable error) {
        return error instanceof NotConnectedException || error instanceof ConnectionResetException
                ? new R2dbcNonTransientResourceException(error.getMessage(), error)
                : error;
    }

    private String describe(List<W> writes) {
        return writes.stream().map(table::describe).toList().toString();
    }
}
