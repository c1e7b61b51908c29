package io.sluice.core.audit.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.audit.Actor;
import java.util.function.Function;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes changes of the configuration: the change, its line in the audit trail and the new version of the configuration,
 * which empties the caches of all apps, are committed together or not at all.
 */
public final class AuditedChanges {

    private static final JsonMapper JSON = new JsonMapper();

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    public AuditedChanges(ConnectionFactory connections) {
        this.database = DatabaseClient.create(connections);
        this.transaction = TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    /** @param change statements on the same connection factory; empty when there is nothing to change or record */
    public <T> Mono<T> make(Actor actor, Mono<T> change, Function<? super T, AuditLine> line) {
        return change.flatMap(changed ->
                        record(actor, line.apply(changed)).then(newVersion()).thenReturn(changed))
                .as(transaction::transactional);
    }

    private Mono<Long> record(Actor actor, AuditLine line) {
        return database.sql("insert into sluice.audit (actor, action, subject, detail)"
                        + " values (:actor, :action, :subject, :detail::jsonb)")
                .bind("actor", actor.name())
                .bind("action", line.action())
                .bind("subject", line.subject().toString())
                .bind("detail", JSON.writeValueAsString(line.detail()))
                .fetch()
                .rowsUpdated();
    }

    /** Last in the transaction, for everybody who changes something waits for this row. */
    private Mono<Long> newVersion() {
        return database.sql("update sluice.config_version set version = version + 1")
                .fetch()
                .rowsUpdated();
    }
}
