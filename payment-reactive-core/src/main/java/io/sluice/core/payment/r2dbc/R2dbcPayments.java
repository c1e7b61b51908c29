package io.sluice.core.payment.r2dbc;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Statement;
import io.sluice.core.event.TraceContext;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.GatheringWriter;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.Transition;
import io.sluice.core.payment.r2dbc.Settlement.KeyTaken;
import io.sluice.core.payment.r2dbc.Settlement.Overtaken;
import io.sluice.core.payment.r2dbc.Settlement.Repeated;
import io.sluice.core.payment.r2dbc.Settlement.Written;
import io.sluice.core.r2dbc.StoreReads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Payments in PostgreSQL: writes are gathered on connections of their own, and so are reads that come as fast: those of
 * callbacks, and of payments that no account takes at the moment. All other reads go through a pool.
 */
public final class R2dbcPayments implements Payments {

    /** Sorts after every id there is. */
    private static final UUID LAST = new UUID(-1, -1);

    private final GatheringWriter<PaymentWrite, Settlement> writer;
    private final GatheredReads<ByAttempt.Question, Payment> byAttempt;
    private final GatheredReads<ByKey.Question, Settlement> byKey;
    private final ConnectionFactory reads;

    /**
     * @param writes where the lanes get their connections from; not a pool, for they keep them
     * @param reads a pool, whose acquire time-out bounds how long a read waits for a database that is away
     */
    public R2dbcPayments(
            ConnectionFactory writes, ConnectionFactory reads, GatheringOptions options, MeterRegistry registry) {
        this.writer = GatheringWriter.over(writes, new WriteStatement(), options, registry);
        this.byAttempt = new GatheredReads<>(writes, options, "by-attempt", new ByAttempt(), registry);
        this.byKey = new GatheredReads<>(writes, options, "by-key", new ByKey(), registry);
        this.reads = reads;
    }

    /** Completes when the writer's connections stand; until then writes may be refused. */
    public Mono<Void> ready() {
        return writer.ready();
    }

    /** Finishes the writes that were taken, then lets go of the lanes' connections. */
    public Mono<Void> close() {
        return writer.close().then(byAttempt.close()).then(byKey.close());
    }

    @Override
    public Mono<Acceptance> accept(Transition acceptance, IdempotencyKey key) {
        return write(acceptance, key).map(R2dbcPayments::acceptance);
    }

    private static Acceptance acceptance(Settlement settlement) {
        return switch (settlement) {
            case Written written -> new Acceptance.Accepted(written.payment());
            case Repeated repeated -> new Acceptance.Replayed(repeated.payment());
            case KeyTaken taken -> new Acceptance.KeyReused();
            case Overtaken overtaken -> throw new IllegalStateException("an acceptance has no version to miss");
        };
    }

    @Override
    public Mono<Acceptance> acceptedBefore(MerchantId merchantId, IdempotencyKey key) {
        return byKey.ask(new ByKey.Question(merchantId, key)).map(R2dbcPayments::acceptance);
    }

    @Override
    public Mono<Recording> record(Transition decision) {
        return write(decision, null).map(settlement -> switch (settlement) {
            case Written written -> new Recording.Recorded(written.payment());
            case Overtaken overtaken -> new Recording.Stale(overtaken.current());
            case Repeated repeated -> throw new IllegalStateException("a recording has no key to share");
            case KeyTaken taken -> throw new IllegalStateException("a recording has no key to share");
        });
    }

    private Mono<Settlement> write(Transition transition, @Nullable IdempotencyKey key) {
        return Mono.deferContextual(
                context -> writer.write(PaymentWrite.of(transition, key, TraceContext.traceparent(context))));
    }

    @Override
    public Mono<Payment> find(MerchantId merchantId, PaymentId id) {
        return read(connection -> PaymentRows.select(
                        connection,
                        PaymentRows.BY_ID,
                        statement -> statement.bind(0, merchantId.value()).bind(1, id.value())))
                .singleOrEmpty();
    }

    @Override
    public Mono<Payment> findByAttempt(MerchantId merchantId, AttemptId id) {
        return byAttempt.ask(new ByAttempt.Question(merchantId, id));
    }

    @Override
    public Flux<Payment> list(
            MerchantId merchantId, @Nullable String merchantOrderNo, @Nullable PaymentId before, int limit) {
        Consumer<Statement> page = statement -> statement
                .bind(0, merchantId.value())
                .bind(1, before == null ? LAST : before.value())
                .bind(2, limit);
        return merchantOrderNo == null
                ? read(connection -> PaymentRows.select(connection, PaymentRows.PAGE, page))
                : read(connection -> PaymentRows.select(
                        connection,
                        PaymentRows.PAGE_OF_ORDER,
                        page.andThen(statement -> statement.bind(3, merchantOrderNo))));
    }

    @Override
    public Mono<List<DueAttempt>> takeDue(Instant now, Duration lease, int limit) {
        return read(connection -> DueAttempts.take(connection, now, lease, limit))
                .single();
    }

    @Override
    public Mono<Void> postpone(DueAttempt attempt, @Nullable Instant dueAt) {
        return read(connection -> DueAttempts.postpone(connection, attempt, dueAt))
                .then();
    }

    @Override
    public Mono<Void> giveBack(Map<DueAttempt, Instant> attempts) {
        return read(connection -> DueAttempts.giveBack(connection, attempts)).then();
    }

    private <T> Flux<T> read(Function<Connection, Publisher<T>> reading) {
        return StoreReads.bounded(Flux.usingWhen(reads.create(), reading, Connection::close));
    }
}
