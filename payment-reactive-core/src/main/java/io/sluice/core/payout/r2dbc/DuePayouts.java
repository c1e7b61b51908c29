package io.sluice.core.payout.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.r2dbc.Bind;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Payouts whose time has come. */
final class DuePayouts {

    private static final String TAKE = """
            with due as (
                select merchant_id, payout_id from sluice.payout
                where due_at <= $1 order by due_at limit $3 for update skip locked)
            update sluice.payout p set due_at = $2, inquiries = p.inquiries + 1
            from due where p.merchant_id = due.merchant_id and p.payout_id = due.payout_id
            returning p.*""";

    /** While the lease stands as it was taken, nobody has concluded the payout or taken it again. */
    private static final String POSTPONE =
            "update sluice.payout set due_at = $3 where merchant_id = $1 and payout_id = $2 and due_at = $4";

    private static final String WAKE =
            "update sluice.payout set due_at = $3 where merchant_id = $1 and payout_id = $2 and version = $4";

    private DuePayouts() {}

    static Mono<List<Payout>> take(Connection connection, Instant now, Duration lease, int limit) {
        Statement statement = connection
                .createStatement(TAKE)
                .bind(0, utc(now))
                .bind(1, utc(now.plus(lease)))
                .bind(2, limit);
        return Rows.of(statement, PayoutRows::payout).collectList();
    }

    static Mono<Void> postpone(Connection connection, Payout taken, @Nullable Instant dueAt) {
        Instant lease = Objects.requireNonNull(taken.dueAt(), "only a payout that was taken is postponed");
        OffsetDateTime due = dueAt == null ? null : utc(dueAt);
        Statement statement = of(connection, POSTPONE, taken)
                .bind(2, Bind.nullable(due, OffsetDateTime.class))
                .bind(3, utc(lease));
        return Rows.of(statement, row -> row).then();
    }

    static Mono<Void> wake(Connection connection, Payout payout, Instant dueAt) {
        Statement statement = of(connection, WAKE, payout).bind(2, utc(dueAt)).bind(3, payout.version());
        return Rows.of(statement, row -> row).then();
    }

    private static Statement of(Connection connection, String sql, Payout payout) {
        return connection
                .createStatement(sql)
                .bind(0, payout.merchantId().value())
                .bind(1, payout.id().value());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
