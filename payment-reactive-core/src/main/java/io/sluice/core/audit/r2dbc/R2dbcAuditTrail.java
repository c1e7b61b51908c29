package io.sluice.core.audit.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.sluice.core.audit.AuditEntry;
import io.sluice.core.audit.AuditTrail;
import io.sluice.core.r2dbc.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** The audit trail from PostgreSQL. */
public final class R2dbcAuditTrail implements AuditTrail {

    private final DatabaseClient database;

    public R2dbcAuditTrail(ConnectionFactory connections) {
        this.database = DatabaseClient.create(connections);
    }

    @Override
    public Flux<AuditEntry> before(long before, int limit) {
        return database.sql("select audit_id, at, actor, action, subject, detail::text as detail from sluice.audit"
                        + " where audit_id < :before order by audit_id desc limit :limit")
                .bind("before", before)
                .bind("limit", limit)
                .map(R2dbcAuditTrail::entry)
                .all();
    }

    private static AuditEntry entry(Readable row) {
        Columns columns = new Columns(row);
        return new AuditEntry(
                columns.number("audit_id"),
                columns.instant("at"),
                columns.text("actor"),
                columns.text("action"),
                columns.text("subject"),
                columns.text("detail"));
    }
}
