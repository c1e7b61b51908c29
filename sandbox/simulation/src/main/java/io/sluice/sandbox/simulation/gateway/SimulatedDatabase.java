package io.sluice.sandbox.simulation.gateway;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import io.sluice.core.gather.BatchStatement;
import io.sluice.core.memory.PaymentWrite;
import io.sluice.sandbox.simulation.world.ConnectionResetException;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.NotConnectedException;
import io.sluice.sandbox.simulation.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The store as a driver shows it: connections that break, and statements on them. */
final class SimulatedDatabase implements ConnectionFactory, BatchStatement<PaymentWrite, Object> {

    private static final double CONTENDED = 0.02;
    private static final double ON_THE_SPOT = 0.05;

    private final World world;
    private final Promptness promptness;

    SimulatedDatabase(World world, Promptness promptness) {
        this.world = world;
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
    public Object key(PaymentWrite write) {
        return write.payment().id();
    }

    @Override
    public Mono<List<Object>> execute(Connection connection, List<PaymentWrite> writes) {
        promptness.sent((SimulatedConnection) connection, writes);
        return over((SimulatedConnection) connection, "write " + describe(writes), () -> {
            if (world.chance().of(CONTENDED)) {
                throw new R2dbcRollbackException("could not serialize access", "40001");
            }
            writes.forEach(world.store.table::check);
            return writes.stream().map(world.store.table::write).toList();
        });
    }

    @Override
    public Mono<List<Optional<Object>>> lookUp(Connection connection, List<PaymentWrite> writes) {
        promptness.sent((SimulatedConnection) connection, writes);
        return over(
                (SimulatedConnection) connection,
                "look up " + describe(writes),
                () -> writes.stream().map(world.store.table::find).toList());
    }

    /** A driver may answer on the stack of who asks it, and who asks has to be ready for that. */
    private <T> Mono<T> over(SimulatedConnection connection, String what, Supplier<T> statement) {
        Mono<T> answer = Mono.defer(() -> world.chance().of(ON_THE_SPOT)
                ? Mono.fromSupplier(statement)
                : world.network.ask(Link.STORE, what, statement));
        return answer.onErrorMap(SimulatedDatabase::asDriver)
                .doOnError(R2dbcNonTransientResourceException.class, lost -> connection.lose())
                .doOnTerminate(() -> promptness.free(connection));
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
