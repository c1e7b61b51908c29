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
import io.sluice.sandbox.simulation.world.PaymentWrite;
import io.sluice.sandbox.simulation.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The store as a driver shows it: connections that break, and statements on them. */
final class SimulatedDatabase implements ConnectionFactory, BatchStatement<PaymentWrite, Object> {

    private static final double CONTENDED = 0.02;

    private final World world;

    SimulatedDatabase(World world) {
        this.world = world;
    }

    @Override
    public Mono<Connection> create() {
        return world.network
                .<Connection>ask(Link.STORE, "connect", SimulatedConnection::new)
                .onErrorMap(SimulatedDatabase::asDriver);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return () -> "simulation";
    }

    @Override
    public Object key(PaymentWrite write) {
        return write.payment().id();
    }

    @Override
    public Mono<List<Object>> execute(Connection connection, List<PaymentWrite> writes) {
        return over(connection, "write " + describe(writes), () -> {
            if (world.chance().of(CONTENDED)) {
                throw new R2dbcRollbackException("could not serialize access", "40001");
            }
            return writes.stream().map(world.store::write).toList();
        });
    }

    @Override
    public Mono<List<Optional<Object>>> lookUp(Connection connection, List<PaymentWrite> writes) {
        return over(
                connection,
                "look up " + describe(writes),
                () -> writes.stream().map(world.store::find).toList());
    }

    private <T> Mono<T> over(Connection connection, String what, Supplier<T> statement) {
        return world.network
                .ask(Link.STORE, what, statement)
                .onErrorMap(SimulatedDatabase::asDriver)
                .doOnError(R2dbcNonTransientResourceException.class, lost -> ((SimulatedConnection) connection).lose());
    }

    private static Throwable asDriver(Throwable error) {
        return error instanceof NotConnectedException || error instanceof ConnectionResetException
                ? new R2dbcNonTransientResourceException(error.getMessage(), error)
                : error;
    }

    private static List<String> describe(List<PaymentWrite> writes) {
        return writes.stream()
                .map(write -> write.payment().id() + " " + write.payment().state() + " v"
                        + write.payment().version())
                .toList();
    }
}
