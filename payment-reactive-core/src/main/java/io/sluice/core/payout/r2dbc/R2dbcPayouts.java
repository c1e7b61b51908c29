package io.sluice.core.payout.r2dbc;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Statement;
import io.sluice.core.channel.Beneficiary;
import io.sluice.core.event.TraceContext;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.GatheringWriter;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PayoutId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.payout.Payouts;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutTerms;
import io.sluice.core.payout.model.PayoutTransition;
import io.sluice.core.payout.r2dbc.PayoutSettlement.KeyTaken;
import io.sluice.core.payout.r2dbc.PayoutSettlement.Overtaken;
import io.sluice.core.payout.r2dbc.PayoutSettlement.Repeated;
import io.sluice.core.payout.r2dbc.PayoutSettlement.Wanting;
import io.sluice.core.payout.r2dbc.PayoutSettlement.Written;
import io.sluice.core.r2dbc.StoreReads;
import io.sluice.core.secret.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Payouts in PostgreSQL: writes are gathered on a connection of their own, reads go through a pool. */
public final class R2dbcPayouts implements Payouts {

    /** Sorts after every id there is. */
    private static final UUID LAST = new UUID(-1, -1);

    private static final String TERMS =
            "select review_above_minor from sluice.payout_terms where merchant_id = $1 and currency = $2";
    private static final String SEALED =
            "select sealed_beneficiary from sluice.payout where merchant_id = $1 and payout_id = $2";

    private final GatheringWriter<PayoutWrite, PayoutSettlement> writer;
    private final ConnectionFactory reads;
    private final Vault vault;

    /**
     * @param writes where the writer's lanes get their connections from; not a pool, for they keep them
     * @param reads a pool, whose acquire time-out bounds how long a read waits for a database that is away
     */
    public R2dbcPayouts(
            ConnectionFactory writes,
            ConnectionFactory reads,
            Vault vault,
            GatheringOptions options,
            MeterRegistry registry) {
        this.writer = GatheringWriter.over(writes, new PayoutWriteStatement(), options, registry);
        this.reads = reads;
        this.vault = vault;
    }

    /**
     * How payouts are gathered. Those of one merchant and currency take turns, so they are patient; that the database is away shows
     * before, when the terms are read.
     */
    public static GatheringOptions gathering(String name) {
        return GatheringOptions.named(name).withPatience(Duration.ofSeconds(4), Duration.ofSeconds(5));
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
    public Mono<Creation> create(PayoutTransition request, IdempotencyKey key, Beneficiary beneficiary) {
        String sealed = SealedBeneficiary.seal(vault, request.after().id(), beneficiary);
        return write(request, key, sealed).map(settlement -> switch (settlement) {
            case Written(Payout payout) -> new Creation.Created(payout);
            case Repeated(Payout payout) -> new Creation.Replayed(payout);
            case KeyTaken _ -> new Creation.KeyReused();
            case Wanting _ -> new Creation.Insufficient();
            case Overtaken _ -> throw new IllegalStateException("a new payout has no version to be overtaken");
        });
    }

    @Override
    public Mono<Recording> record(PayoutTransition decision) {
        return write(decision, null, null).map(settlement -> switch (settlement) {
            case Written(Payout payout) -> new Recording.Recorded(payout);
            case Overtaken(Payout current) -> new Recording.Stale(current);
            case Wanting _ -> new Recording.Insufficient();
            case Repeated _, KeyTaken _ -> throw new IllegalStateException("a recording has no key to share");
        });
    }

    private Mono<PayoutSettlement> write(
            PayoutTransition transition, @Nullable IdempotencyKey key, @Nullable String sealed) {
        return Mono.deferContextual(
                context -> writer.write(PayoutWrite.of(transition, key, sealed, TraceContext.traceparent(context))));
    }

    @Override
    public Mono<Payout> find(MerchantId merchantId, PayoutId id) {
        return rows(
                        PayoutRows.BY_ID,
                        statement -> statement.bind(0, merchantId.value()).bind(1, id.value()))
                .singleOrEmpty();
    }

    @Override
    public Flux<Payout> list(MerchantId merchantId, @Nullable PayoutId before, int limit) {
        return rows(
                PayoutRows.PAGE,
                statement -> statement
                        .bind(0, merchantId.value())
                        .bind(1, before == null ? LAST : before.value())
                        .bind(2, limit));
    }

    @Override
    public Mono<Beneficiary> beneficiary(Payout payout) {
        return read(connection -> Rows.of(
                        connection
                                .createStatement(SEALED)
                                .bind(0, payout.merchantId().value())
                                .bind(1, payout.id().value()),
                        row -> Rows.required(row, "sealed_beneficiary", byte[].class)))
                .single()
                .map(envelope -> SealedBeneficiary.open(vault, payout.id(), envelope));
    }

    @Override
    public Mono<PayoutTerms> terms(MerchantId merchantId, String currency) {
        return read(connection -> Rows.of(
                        connection
                                .createStatement(TERMS)
                                .bind(0, merchantId.value())
                                .bind(1, currency),
                        row -> new PayoutTerms(Rows.bigint(row, "review_above_minor"))))
                .singleOrEmpty()
                .defaultIfEmpty(PayoutTerms.REVIEW_ALL);
    }

    @Override
    public Mono<List<Payout>> takeDue(Instant now, Duration lease, int limit) {
        return read(connection -> DuePayouts.take(connection, now, lease, limit))
                .single();
    }

    @Override
    public Mono<Void> postpone(Payout taken, @Nullable Instant dueAt) {
        return read(connection -> DuePayouts.postpone(connection, taken, dueAt)).then();
    }

    @Override
    public Mono<Void> wake(Payout payout, Instant dueAt) {
        return read(connection -> DuePayouts.wake(connection, payout, dueAt)).then();
    }

    private Flux<Payout> rows(String sql, Function<Statement, Statement> parameters) {
        return read(connection -> Rows.of(parameters.apply(connection.createStatement(sql)), PayoutRows::payout));
    }

    private <T> Flux<T> read(Function<Connection, Publisher<T>> reading) {
        return StoreReads.bounded(Flux.usingWhen(reads.create(), reading, Connection::close));
    }
}
