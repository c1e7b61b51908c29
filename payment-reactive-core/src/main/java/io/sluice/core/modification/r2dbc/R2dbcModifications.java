package io.sluice.core.modification.r2dbc;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Statement;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.event.TraceContext;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.GatheringWriter;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationTransition;
import io.sluice.core.modification.r2dbc.ModificationSettlement.KeyTaken;
import io.sluice.core.modification.r2dbc.ModificationSettlement.Overtaken;
import io.sluice.core.modification.r2dbc.ModificationSettlement.Repeated;
import io.sluice.core.modification.r2dbc.ModificationSettlement.Written;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.r2dbc.StoreReads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Captures, voids and refunds in PostgreSQL: writes are gathered on connections of their own, reads go through a pool. */
public final class R2dbcModifications implements Modifications {

    /** Sorts after every id there is. */
    private static final UUID LAST = new UUID(-1, -1);

    private final GatheringWriter<ModificationWrite, ModificationSettlement> writer;
    private final ConnectionFactory reads;

    /**
     * @param writes where the writer's lanes get their connections from; not a pool, for they keep them
     * @param reads a pool, whose acquire time-out bounds how long a read waits for a database that is away
     */
    public R2dbcModifications(
            ConnectionFactory writes, ConnectionFactory reads, GatheringOptions options, MeterRegistry registry) {
        this.writer = GatheringWriter.over(writes, new ModificationWriteStatement(), options, registry);
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
    public Mono<Creation> create(ModificationTransition reservation, @Nullable IdempotencyKey key) {
        return write(reservation, key).map(R2dbcModifications::creation);
    }

    @Override
    public Mono<Recording> record(ModificationTransition decision) {
        return write(decision, null).map(settlement -> switch (settlement) {
            case Written written -> new Recording.Recorded(written.modification(), written.payment());
            case Overtaken overtaken ->
                new Recording.Stale(
                        Objects.requireNonNull(
                                overtaken.modification(), "a modification that is recorded was created before"),
                        overtaken.current());
            case Repeated _, KeyTaken _ -> throw new IllegalStateException("a recording has no key to share");
        });
    }

    private Mono<ModificationSettlement> write(ModificationTransition transition, @Nullable IdempotencyKey key) {
        return Mono.deferContextual(
                context -> writer.write(ModificationWrite.of(transition, key, TraceContext.traceparent(context))));
    }

    private static Creation creation(ModificationSettlement settlement) {
        return switch (settlement) {
            case Written written -> new Creation.Created(written.modification(), written.payment());
            case Repeated repeated -> new Creation.Replayed(repeated.modification());
            case KeyTaken _ -> new Creation.KeyReused();
            case Overtaken overtaken -> new Creation.Stale(overtaken.current());
        };
    }

    @Override
    public Mono<Creation> claimed(MerchantId merchantId, IdempotencyKey key) {
        return read(connection -> ModificationClaims.find(connection, merchantId, key))
                .map(R2dbcModifications::creation)
                .singleOrEmpty();
    }

    @Override
    public Mono<Modification> find(MerchantId merchantId, ModificationId id) {
        return rows(
                        ModificationRows.BY_ID,
                        statement -> statement.bind(0, merchantId.value()).bind(1, id.value()))
                .singleOrEmpty();
    }

    @Override
    public Flux<Modification> of(Payment payment) {
        return rows(
                ModificationRows.OF_PAYMENT,
                statement -> statement
                        .bind(0, payment.merchantId().value())
                        .bind(1, payment.id().value()));
    }

    @Override
    public Flux<Modification> list(
            MerchantId merchantId,
            Set<ModificationKind> kinds,
            @Nullable PaymentId paymentId,
            @Nullable ModificationId before,
            int limit) {
        Function<Statement, Statement> page = statement -> statement
                .bind(0, merchantId.value())
                .bind(1, before == null ? LAST : before.value())
                .bind(2, limit)
                .bind(3, kinds.stream().map(ModificationKind::name).toArray(String[]::new));
        return paymentId == null
                ? rows(ModificationRows.PAGE, page)
                : rows(
                        ModificationRows.PAGE_OF_PAYMENT,
                        page.andThen(statement -> statement.bind(4, paymentId.value())));
    }

    @Override
    public Mono<List<Modification>> takeDue(Instant now, Duration lease, int limit) {
        return read(connection -> DueModifications.take(connection, now, lease, limit))
                .single();
    }

    @Override
    public Mono<Void> postpone(Modification taken, @Nullable Instant dueAt) {
        return read(connection -> DueModifications.postpone(connection, taken, dueAt))
                .then();
    }

    @Override
    public Mono<Void> wake(Modification modification, Instant dueAt) {
        return read(connection -> DueModifications.wake(connection, modification, dueAt))
                .then();
    }

    private Flux<Modification> rows(String sql, Function<Statement, Statement> parameters) {
        return read(connection ->
                Rows.of(parameters.apply(connection.createStatement(sql)), ModificationRows::modification));
    }

    private <T> Flux<T> read(Function<Connection, Publisher<T>> reading) {
        return StoreReads.bounded(Flux.usingWhen(reads.create(), reading, Connection::close));
    }
}
