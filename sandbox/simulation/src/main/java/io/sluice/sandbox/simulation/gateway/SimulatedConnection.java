package io.sluice.sandbox.simulation.gateway;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** As much of a connection as a gathering writer wants of it: whether it stands. */
final class SimulatedConnection implements Connection {

    private boolean open = true;
    private Duration freeSince = Duration.ZERO;

    void lose() {
        open = false;
    }

    void freeSince(Duration elapsed) {
        freeSince = elapsed;
    }

    /** When its last statement was answered, or when it was made; in time since the world's beginning. */
    Duration freeSince() {
        return freeSince;
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return Mono.just(open);
    }

    @Override
    public Publisher<Void> close() {
        open = false;
        return Mono.empty();
    }

    @Override
    public boolean isAutoCommit() {
        return true;
    }

    @Override
    public Publisher<Void> beginTransaction() {
        throw unsupported();
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        throw unsupported();
    }

    @Override
    public Publisher<Void> commitTransaction() {
        throw unsupported();
    }

    @Override
    public Batch createBatch() {
        throw unsupported();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        throw unsupported();
    }

    @Override
    public Statement createStatement(String sql) {
        throw unsupported();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        throw unsupported();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        throw unsupported();
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        throw unsupported();
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        throw unsupported();
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        throw unsupported();
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        throw unsupported();
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        throw unsupported();
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        throw unsupported();
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        throw unsupported();
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("there is no SQL in a simulation");
    }
}
