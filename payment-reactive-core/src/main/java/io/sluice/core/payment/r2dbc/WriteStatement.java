package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import io.sluice.core.gather.BatchStatement;
import io.sluice.core.payment.r2dbc.Settlement.Written;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Writes payments a batch at a time. */
final class WriteStatement implements BatchStatement<PaymentWrite, Settlement> {

    /**
     * One plan for all batches, made once, that is right whatever the tables' statistics are at that moment: on near-empty
     * tables the planner would compare all with all or scan whole indexes, and keep to that while the tables grow. What a
     * batch changes is found by {@code = any} of its keys and hashed against the batch.
     */
    static final List<String> SESSION = List.of(
            "set plan_cache_mode = force_generic_plan",
            "set enable_nestloop = off",
            "set enable_mergejoin = off",
            "set enable_seqscan = off",
            "set jit = off");

    @Override
    public Object key(PaymentWrite write) {
        return write.payment().id();
    }

    @Override
    public Mono<Void> prepare(Connection connection) {
        return SessionSettings.set(connection, SESSION);
    }

    @Override
    public Mono<List<Settlement>> execute(Connection connection, List<PaymentWrite> writes) {
        Statement statement = connection.createStatement(WriteSql.TEXT);
        WriteSql.bind(statement, writes);
        return Rows.of(statement, row -> Rows.uuid(row, "payment_id"))
                .collect(Collectors.toSet())
                .flatMap(written -> settle(connection, writes, written));
    }

    @Override
    public Mono<List<Optional<Settlement>>> lookUp(Connection connection, List<PaymentWrite> writes) {
        return SessionSettings.planned(connection, OwnEvents.find(connection, writes))
                .map(found -> writes.stream()
                        .map(write -> found.contains(id(write))
                                ? Optional.<Settlement>of(written(write))
                                : Optional.<Settlement>empty())
                        .toList());
    }

    private static Mono<List<Settlement>> settle(Connection connection, List<PaymentWrite> writes, Set<UUID> written) {
        List<PaymentWrite> refused =
                writes.stream().filter(write -> !written.contains(id(write))).toList();
        if (refused.isEmpty()) {
            return Mono.just(writes.stream().map(WriteStatement::written).toList());
        }
        return SessionSettings.planned(connection, Refusals.explain(connection, refused))
                .map(explained -> writes.stream()
                        .map(write -> explained.getOrDefault(id(write), written(write)))
                        .toList());
    }

    static UUID id(PaymentWrite write) {
        return write.payment().id().value();
    }

    static Settlement written(PaymentWrite write) {
        return new Written(write.payment());
    }
}
