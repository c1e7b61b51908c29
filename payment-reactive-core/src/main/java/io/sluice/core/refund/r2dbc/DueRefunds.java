package io.sluice.core.refund.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.r2dbc.Bind;
import io.sluice.core.refund.model.Refund;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Refunds whose time has come. */
final class DueRefunds {

    private static final String TAKE = """
            with due as (
                select merchant_id, refund_id from sluice.refund
                where due_at <= $1 order by due_at limit $3 for update skip locked)
            update sluice.refund r set due_at = $2, inquiries = r.inquiries + 1
            from due where r.merchant_id = due.merchant_id and r.refund_id = due.refund_id
            returning r.*""";

    /** While the lease stands as it was taken, nobody has concluded the refund or taken it again. */
    private static final String POSTPONE = """
            update sluice.refund set due_at = $3 where merchant_id = $1 and refund_id = $2 and due_at = $4""";

    private static final String WAKE = """
            update sluice.refund set due_at = $3 where merchant_id = $1 and refund_id = $2 and version = $4""";

    private DueRefunds() {}

    static Mono<List<Refund>> take(Connection connection, Instant now, Duration lease, int limit) {
        Statement statement = connection
                .createStatement(TAKE)
                .bind(0, utc(now))
                .bind(1, utc(now.plus(lease)))
                .bind(2, limit);
        return Rows.of(statement, RefundRows::refund).collectList();
    }

    static Mono<Void> postpone(Connection connection, Refund taken, @Nullable Instant dueAt) {
        Instant lease = Objects.requireNonNull(taken.dueAt(), "only a refund that was taken is postponed");
        OffsetDateTime due = dueAt == null ? null : utc(dueAt);
        Statement statement = of(connection, POSTPONE, taken)
                .bind(2, Bind.nullable(due, OffsetDateTime.class))
                .bind(3, utc(lease));
        return Rows.of(statement, row -> row).then();
    }

    static Mono<Void> wake(Connection connection, Refund refund, Instant dueAt) {
        Statement statement = of(connection, WAKE, refund).bind(2, utc(dueAt)).bind(3, refund.version());
        return Rows.of(statement, row -> row).then();
    }

    private static Statement of(Connection connection, String sql, Refund refund) {
        return connection
                .createStatement(sql)
                .bind(0, refund.merchantId().value())
                .bind(1, refund.id().value());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
