package io.sluice.core.modification.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.r2dbc.Bind;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Captures, voids and refunds whose time has come. */
final class DueModifications {

    private static final String TAKE = """
            with due as (
                select merchant_id, modification_id from sluice.modification
                where due_at <= $1 order by due_at limit $3 for update skip locked)
            update sluice.modification m set due_at = $2, inquiries = m.inquiries + 1
            from due where m.merchant_id = due.merchant_id and m.modification_id = due.modification_id
            returning m.*""";

    /** While the lease stands as it was taken, nobody has concluded the modification or taken it again. */
    private static final String POSTPONE = """
            update sluice.modification set due_at = $3 where merchant_id = $1 and modification_id = $2 and due_at = $4""";

    private static final String WAKE = """
            update sluice.modification set due_at = $3 where merchant_id = $1 and modification_id = $2 and version = $4""";

    private DueModifications() {}

    static Mono<List<Modification>> take(Connection connection, Instant now, Duration lease, int limit) {
        Statement statement = connection
                .createStatement(TAKE)
                .bind(0, utc(now))
                .bind(1, utc(now.plus(lease)))
                .bind(2, limit);
        return Rows.of(statement, ModificationRows::modification).collectList();
    }

    static Mono<Void> postpone(Connection connection, Modification taken, @Nullable Instant dueAt) {
        Instant lease = Objects.requireNonNull(taken.dueAt(), "only a modification that was taken is postponed");
        OffsetDateTime due = dueAt == null ? null : utc(dueAt);
        Statement statement = of(connection, POSTPONE, taken)
                .bind(2, Bind.nullable(due, OffsetDateTime.class))
                .bind(3, utc(lease));
        return Rows.of(statement, row -> row).then();
    }

    static Mono<Void> wake(Connection connection, Modification modification, Instant dueAt) {
        Statement statement =
                of(connection, WAKE, modification).bind(2, utc(dueAt)).bind(3, modification.version());
        return Rows.of(statement, row -> row).then();
    }

    private static Statement of(Connection connection, String sql, Modification modification) {
        return connection
                .createStatement(sql)
                .bind(0, modification.merchantId().value())
                .bind(1, modification.id().value());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
