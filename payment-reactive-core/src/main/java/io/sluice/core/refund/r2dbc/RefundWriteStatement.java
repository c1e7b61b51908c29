package io.sluice.core.refund.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import io.sluice.core.gather.BatchStatement;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.r2dbc.Columns;
import io.sluice.core.payment.r2dbc.PaymentRows;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.r2dbc.RefundSettlement.Overtaken;
import io.sluice.core.refund.r2dbc.RefundSettlement.Written;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes refunds a batch at a time, one of a payment in each. */
final class RefundWriteStatement implements BatchStatement<RefundWrite, RefundSettlement> {

    private static final String OWN_EVENTS = """
            select w.payment_id
            from unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[], $5::uuid[])
                as w (merchant_id, payment_id, sequence, at, event_id)
            cross join lateral (
                select from sluice.payment_event e
                where e.merchant_id = w.merchant_id and e.payment_id = w.payment_id
                    and e.sequence = w.sequence and e.at = w.at and e.event_id = w.event_id offset 0) e""";

    @Override
    public Object key(RefundWrite write) {
        return write.payment().id();
    }

    @Override
    public Mono<List<RefundSettlement>> execute(Connection connection, List<RefundWrite> writes) {
        Statement statement = connection.createStatement(RefundWriteSql.TEXT);
        RefundWriteSql.bind(statement, writes);
        return Rows.of(statement, row -> Rows.uuid(row, "payment_id"))
                .collect(Collectors.toSet())
                .flatMap(changed -> settle(connection, writes, changed));
    }

    @Override
    public Mono<List<Optional<RefundSettlement>>> lookUp(Connection connection, List<RefundWrite> writes) {
        return ownEvents(connection, writes)
                .map(found -> writes.stream()
                        .map(write -> found.contains(write.id())
                                ? Optional.of(written(write))
                                : Optional.<RefundSettlement>empty())
                        .toList());
    }

    private static Mono<List<RefundSettlement>> settle(
            Connection connection, List<RefundWrite> writes, Set<UUID> changed) {
        List<RefundWrite> refused =
                writes.stream().filter(write -> !changed.contains(write.id())).toList();
        Mono<Set<UUID>> own = refused.isEmpty() ? Mono.just(Set.of()) : ownEvents(connection, refused);
        return own.flatMapMany(done -> Flux.fromIterable(writes)
                        .concatMap(write -> changed.contains(write.id()) || done.contains(write.id())
                                ? Mono.just(written(write))
                                : refusal(connection, write)))
                .collectList();
    }

    /** Rare, and a question each: somebody else was first. */
    private static Mono<RefundSettlement> refusal(Connection connection, RefundWrite write) {
        IdempotencyKey key = write.idempotency();
        return key == null
                ? overtaken(connection, write)
                : RefundClaims.find(connection, write.payment().merchantId(), key)
                        .switchIfEmpty(Mono.defer(() -> overtaken(connection, write)));
    }

    private static Mono<RefundSettlement> overtaken(Connection connection, RefundWrite write) {
        Mono<Payment> payment = PaymentRows.current(connection, List.of(write.payment()))
                .singleOrEmpty()
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "there is no payment " + write.payment().id() + " to refund")));
        // In this order: what is read of the refund is never older than the payment's version.
        return payment.flatMap(current -> refund(connection, write)
                .<RefundSettlement>map(refund -> new Overtaken(refund, current))
                .switchIfEmpty(Mono.fromSupplier(() -> new Overtaken(null, current))));
    }

    private static Mono<Refund> refund(Connection connection, RefundWrite write) {
        Statement statement = connection
                .createStatement(RefundRows.BY_ID)
                .bind(0, write.payment().merchantId().value())
                .bind(1, write.refund().id().value());
        return Rows.of(statement, RefundRows::refund).singleOrEmpty();
    }

    private static Mono<Set<UUID>> ownEvents(Connection connection, List<RefundWrite> writes) {
        Statement statement = connection.createStatement(OWN_EVENTS);
        new Columns(statement)
                .of(writes)
                .uuid(w -> w.payment().merchantId().value())
                .uuid(RefundWrite::id)
                .integer(w -> w.firstEvent().payment().version())
                .time(w -> w.firstEvent().payment().updatedAt())
                .uuid(w -> w.firstEvent().id().value());
        return Rows.of(statement, row -> Rows.uuid(row, "payment_id")).collect(Collectors.toSet());
    }

    private static RefundSettlement written(RefundWrite write) {
        return new Written(write.refund(), write.payment());
    }
}
