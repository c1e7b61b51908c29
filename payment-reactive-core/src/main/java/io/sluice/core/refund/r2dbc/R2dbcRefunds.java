package io.sluice.core.refund.r2dbc;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Statement;
import io.sluice.core.event.TraceContext;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.GatheringWriter;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.RefundId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.r2dbc.StoreReads;
import io.sluice.core.refund.RefundStore;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RefundTransition;
import io.sluice.core.refund.r2dbc.RefundSettlement.KeyTaken;
import io.sluice.core.refund.r2dbc.RefundSettlement.Overtaken;
import io.sluice.core.refund.r2dbc.RefundSettlement.Repeated;
import io.sluice.core.refund.r2dbc.RefundSettlement.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refunds in PostgreSQL: writes are gathered on connections of their own, reads go through a pool. */
public final class R2dbcRefunds implements RefundStore {

    /** Sorts after every id there is. */
    private static final UUID LAST = new UUID(-1, -1);

    private final GatheringWriter<RefundWrite, RefundSettlement> writer;
    private final ConnectionFactory reads;

    /**
     * @param writes where the writer's lanes get their connections from; not a pool, for they keep them
     * @param reads a pool, whose acquire time-out bounds how long a read waits for a database that is away
     */
    public R2dbcRefunds(
            ConnectionFactory writes, ConnectionFactory reads, GatheringOptions options, MeterRegistry registry) {
        this.writer = GatheringWriter.over(writes, new RefundWriteStatement(), options, registry);
        this.reads = reads;
    }

    /** Completes when the writer's connections stand; until then writes may be refused. */
    public Mono<Void> ready() {
        return writer.ready();
    }

    /** Finishes the writes that were taken, then lets go of the writer's connections. */
    public Mono<Void> close() {
        return writer.close();
    }

    @Override
    public Mono<Creation> create(RefundTransition reservation, IdempotencyKey key) {
        return write(reservation, key).map(R2dbcRefunds::creation);
    }

    @Override
    public Mono<Recording> record(RefundTransition decision) {
        return write(decision, null).map(settlement -> switch (settlement) {
            case Written written -> new Recording.Recorded(written.refund(), written.payment());
            case Overtaken overtaken ->
                new Recording.Stale(
                        Objects.requireNonNull(overtaken.refund(), "a refund that is recorded was created before"),
                        overtaken.current());
            case Repeated _, KeyTaken _ -> throw new IllegalStateException("a recording has no key to share");
        });
    }

    private Mono<RefundSettlement> write(RefundTransition transition, @Nullable IdempotencyKey key) {
        return Mono.deferContextual(
                context -> writer.write(RefundWrite.of(transition, key, TraceContext.traceparent(context))));
    }

    private static Creation creation(RefundSettlement settlement) {
        return switch (settlement) {
            case Written written -> new Creation.Created(written.refund(), written.payment());
            case Repeated repeated -> new Creation.Replayed(repeated.refund());
            case KeyTaken _ -> new Creation.KeyReused();
            case Overtaken overtaken -> new Creation.Stale(overtaken.current());
        };
    }

    @Override
    public Mono<Creation> claimed(MerchantId merchantId, IdempotencyKey key) {
        return read(connection -> RefundClaims.find(connection, merchantId, key))
                .map(R2dbcRefunds::creation)
                .singleOrEmpty();
    }

    @Override
    public Mono<Refund> find(MerchantId merchantId, RefundId id) {
        return rows(
                        RefundRows.BY_ID,
                        statement -> statement.bind(0, merchantId.value()).bind(1, id.value()))
                .singleOrEmpty();
    }

    @Override
    public Flux<Refund> list(
            MerchantId merchantId, @Nullable PaymentId paymentId, @Nullable RefundId before, int limit) {
        Function<Statement, Statement> page = statement -> statement
                .bind(0, merchantId.value())
                .bind(1, before == null ? LAST : before.value())
                .bind(2, limit);
        return paymentId == null
                ? rows(RefundRows.PAGE, page)
                : rows(RefundRows.PAGE_OF_PAYMENT, page.andThen(statement -> statement.bind(3, paymentId.value())));
    }

    @Override
    public Mono<List<Refund>> takeDue(Instant now, Duration lease, int limit) {
        return read(connection -> DueRefunds.take(connection, now, lease, limit))
                .single();
    }

    @Override
    public Mono<Void> postpone(Refund taken, @Nullable Instant dueAt) {
        return read(connection -> DueRefunds.postpone(connection, taken, dueAt)).then();
    }

    @Override
    public Mono<Void> wake(Refund refund, Instant dueAt) {
        return read(connection -> DueRefunds.wake(connection, refund, dueAt)).then();
    }

    private Flux<Refund> rows(String sql, Function<Statement, Statement> parameters) {
        return read(connection -> Rows.of(parameters.apply(connection.createStatement(sql)), RefundRows::refund));
    }

    private <T> Flux<T> read(Function<Connection, Publisher<T>> reading) {
        return StoreReads.bounded(Flux.usingWhen(reads.create(), reading, Connection::close));
    }
}
