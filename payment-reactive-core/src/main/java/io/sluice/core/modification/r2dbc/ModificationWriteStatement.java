package io.sluice.core.modification.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import io.sluice.core.gather.BatchStatement;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.r2dbc.ModificationSettlement.Overtaken;
import io.sluice.core.modification.r2dbc.ModificationSettlement.Written;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.r2dbc.PaymentRows;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.r2dbc.ArrayColumns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes modifications a batch at a time, one of a payment in each. */
final class ModificationWriteStatement implements BatchStatement<ModificationWrite, ModificationSettlement> {

    private static final String OWN_EVENTS = """
            select w.payment_id
            from unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[], $5::uuid[])
                as w (merchant_id, payment_id, sequence, at, event_id)
            cross join lateral (
                select from sluice.payment_event e
                where e.merchant_id = w.merchant_id and e.payment_id = w.payment_id
                    and e.sequence = w.sequence and e.at = w.at and e.event_id = w.event_id offset 0) e""";

    @Override
    public Object key(ModificationWrite write) {
        return write.payment().id();
    }

    @Override
    public Mono<List<ModificationSettlement>> execute(Connection connection, List<ModificationWrite> writes) {
        Statement statement = connection.createStatement(ModificationWriteSql.TEXT);
        ModificationWriteSql.bind(statement, writes);
        return Rows.of(statement, row -> Rows.uuid(row, "payment_id"))
                .collect(Collectors.toSet())
                .flatMap(changed -> settle(connection, writes, changed));
    }

    @Override
    public Mono<List<Optional<ModificationSettlement>>> lookUp(Connection connection, List<ModificationWrite> writes) {
        return ownEvents(connection, writes)
                .map(found -> writes.stream()
                        .map(write -> found.contains(write.id())
                                ? Optional.of(written(write))
                                : Optional.<ModificationSettlement>empty())
                        .toList());
    }

    private static Mono<List<ModificationSettlement>> settle(
            Connection connection, List<ModificationWrite> writes, Set<UUID> changed) {
        List<ModificationWrite> refused =
                writes.stream().filter(write -> !changed.contains(write.id())).toList();
        Mono<Set<UUID>> own = refused.isEmpty() ? Mono.just(Set.of()) : ownEvents(connection, refused);
        return own.flatMapMany(done -> Flux.fromIterable(writes)
                        .concatMap(write -> changed.contains(write.id()) || done.contains(write.id())
                                ? Mono.just(written(write))
                                : refusal(connection, write)))
                .collectList();
    }

    /** Rare, and a question each: somebody else was first. */
    private static Mono<ModificationSettlement> refusal(Connection connection, ModificationWrite write) {
        IdempotencyKey key = write.idempotency();
        return key == null
                ? overtaken(connection, write)
                : ModificationClaims.find(connection, write.payment().merchantId(), key)
                        .switchIfEmpty(Mono.defer(() -> overtaken(connection, write)));
    }

    private static Mono<ModificationSettlement> overtaken(Connection connection, ModificationWrite write) {
        Mono<Payment> payment = PaymentRows.current(connection, List.of(write.payment()))
                .singleOrEmpty()
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "there is no payment " + write.payment().id() + " to modify")));
        // In this order: what is read of the modification is never older than the payment's version.
        return payment.flatMap(current -> modification(connection, write)
                .<ModificationSettlement>map(modification -> new Overtaken(modification, current))
                .switchIfEmpty(Mono.fromSupplier(() -> new Overtaken(null, current))));
    }

    private static Mono<Modification> modification(Connection connection, ModificationWrite write) {
        Statement statement = connection
                .createStatement(ModificationRows.BY_ID)
                .bind(0, write.payment().merchantId().value())
                .bind(1, write.modification().id().value());
        return Rows.of(statement, ModificationRows::modification).singleOrEmpty();
    }

    private static Mono<Set<UUID>> ownEvents(Connection connection, List<ModificationWrite> writes) {
        Statement statement = connection.createStatement(OWN_EVENTS);
        new ArrayColumns(statement)
                .of(writes)
                .uuid(w -> w.payment().merchantId().value())
                .uuid(ModificationWrite::id)
                .integer(w -> w.firstEvent().payment().version())
                .time(w -> w.firstEvent().payment().updatedAt())
                .uuid(w -> w.firstEvent().id().value());
        return Rows.of(statement, row -> Rows.uuid(row, "payment_id")).collect(Collectors.toSet());
    }

    private static ModificationSettlement written(ModificationWrite write) {
        return new Written(write.modification(), write.payment());
    }
}
