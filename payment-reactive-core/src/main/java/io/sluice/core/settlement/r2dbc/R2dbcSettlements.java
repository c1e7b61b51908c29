package io.sluice.core.settlement.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.audit.Actor;
import io.sluice.core.audit.r2dbc.AuditLine;
import io.sluice.core.audit.r2dbc.AuditedChanges;
import io.sluice.core.channel.BatchLine;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.r2dbc.Bind;
import io.sluice.core.settlement.Settlements;
import io.sluice.core.settlement.model.BatchBook;
import io.sluice.core.settlement.model.Settlement;
import io.sluice.core.settlement.model.SettlementState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Batches and what is in them, by the tables. Nobody waits for what is read here but timers and operators. */
public final class R2dbcSettlements implements Settlements {

    private final DatabaseClient database;
    private final AuditedChanges changes;

    public R2dbcSettlements(ConnectionFactory connections) {
        this.database = DatabaseClient.create(connections);
        this.changes = new AuditedChanges(connections);
    }

    @Override
    public Flux<Settling> accounts(Set<String> channels) {
        return database.sql(SettlementSql.ACCOUNTS)
                .bind("channels", channels.toArray(String[]::new))
                .map(row ->
                        new Settling(new ChannelAccountId(Rows.uuid(row, "account_id")), Rows.time(row, "created_at")))
                .all();
    }

    @Override
    public Mono<Void> open(Settlement due) {
        return of(database.sql(SettlementSql.OPEN), due)
                .bind("merchant", due.merchantId().value())
                .bind("from", SettlementRows.utc(due.batch().from()))
                .bind("until", SettlementRows.utc(due.batch().until()))
                .bind("due", SettlementRows.utc(due.updatedAt()))
                .then();
    }

    @Override
    public Mono<List<Settlement>> take(Instant now, Duration lease, int limit) {
        return database.sql(SettlementSql.TAKE)
                .bind("now", SettlementRows.utc(now))
                .bind("lease", SettlementRows.utc(now.plus(lease)))
                .bind("limit", limit)
                .map(SettlementRows::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<Boolean> save(Settlement next) {
        return saving(next).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    private GenericExecuteSpec saving(Settlement next) {
        return SettlementRows.bind(of(database.sql(SettlementSql.SAVE), next), next);
    }

    @Override
    public Mono<BatchBook> book(Settlement settlement) {
        return within(database.sql(SettlementSql.BOOK), settlement)
                .map(SettlementRows::book)
                .one();
    }

    @Override
    public Mono<List<BatchLine>> lines(Settlement settlement) {
        return within(database.sql(SettlementSql.LINES + " order by reference"), settlement)
                .map(SettlementRows::line)
                .all()
                .collectList();
    }

    @Override
    public Mono<Settlement> find(ChannelAccountId account, LocalDate day) {
        return database.sql(SettlementSql.FIND)
                .bind("account", account.value())
                .bind("day", day)
                .map(SettlementRows::read)
                .one();
    }

    @Override
    public Flux<Settlement> list(@Nullable SettlementState state, int limit) {
        return database.sql(SettlementSql.LIST)
                .bind("state", Bind.nullable(state == null ? null : state.name(), String.class))
                .bind("limit", limit)
                .map(SettlementRows::read)
                .all();
    }

    @Override
    public Mono<Settlement> order(Actor operator, Settlement ordered) {
        Mono<Settlement> saved =
                saving(ordered).fetch().rowsUpdated().filter(rows -> rows == 1).map(rows -> ordered);
        return changes.make(operator, saved, R2dbcSettlements::line);
    }

    private static AuditLine line(Settlement ordered) {
        return new AuditLine(
                "settlement.order",
                ordered.account(),
                Map.of(
                        "day", ordered.batch().day().toString(),
                        "state", ordered.state().wireName(),
                        "open", ordered.open()));
    }

    private static GenericExecuteSpec of(GenericExecuteSpec statement, Settlement settlement) {
        return statement
                .bind("account", settlement.account().value())
                .bind("day", settlement.batch().day());
    }

    /** By the time in the numbers, as the host has it. */
    private static GenericExecuteSpec within(GenericExecuteSpec statement, Settlement settlement) {
        return statement
                .bind("merchant", settlement.merchantId().value())
                .bind("account", settlement.account().value())
                .bind("first", SettlementRows.firstNumberAt(settlement.batch().from()))
                .bind("beyond", SettlementRows.firstNumberAt(settlement.batch().until()));
    }
}
