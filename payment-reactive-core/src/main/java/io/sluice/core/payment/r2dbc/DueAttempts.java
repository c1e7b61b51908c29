package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Payments.DueAttempt;
import io.sluice.core.r2dbc.ArrayColumns;
import io.sluice.core.r2dbc.Bind;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Attempts whose time has come. */
final class DueAttempts {

    private static final String TAKE = """
            with due as (
                select merchant_id, attempt_id from sluice.attempt
                where due_at <= $1 order by due_at limit $3 for update skip locked)
            update sluice.attempt a set due_at = $2, inquiries = a.inquiries + 1
            from due where a.merchant_id = due.merchant_id and a.attempt_id = due.attempt_id
            returning a.merchant_id, a.payment_id, a.attempt_id, a.account_id, a.channel, a.state,
                a.channel_reference, a.channel_code, a.outcome_code, a.due_at, a.inquiries, a.created_at, a.updated_at,
                a.over_before""";

    /** While the lease stands as it was taken, nobody has concluded the attempt or taken it again. */
    private static final String POSTPONE = """
            update sluice.attempt set due_at = $3 where merchant_id = $1 and attempt_id = $2 and due_at = $4""";

    private static final String GIVE_BACK = """
            update sluice.attempt a set due_at = g.due_at, inquiries = a.inquiries - 1
            from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[])
                as g (merchant_id, attempt_id, lease, due_at)
            where a.merchant_id = g.merchant_id and a.attempt_id = g.attempt_id and a.due_at = g.lease""";

    private DueAttempts() {}

    static Mono<List<DueAttempt>> take(Connection connection, Instant now, Duration lease, int limit) {
        Statement statement = connection
                .createStatement(TAKE)
                .bind(0, now.atOffset(ZoneOffset.UTC))
                .bind(1, now.plus(lease).atOffset(ZoneOffset.UTC))
                .bind(2, limit);
        return Rows.of(statement, DueAttempts::dueAttempt).collectList();
    }

    static Mono<Void> postpone(Connection connection, DueAttempt due, @Nullable Instant dueAt) {
        Instant lease = Objects.requireNonNull(due.attempt().dueAt(), "only an attempt that was taken is postponed");
        OffsetDateTime again = dueAt == null ? null : dueAt.atOffset(ZoneOffset.UTC);
        Statement statement = connection
                .createStatement(POSTPONE)
                .bind(0, due.merchantId().value())
                .bind(1, due.attempt().id().value())
                .bind(2, Bind.nullable(again, OffsetDateTime.class))
                .bind(3, lease.atOffset(ZoneOffset.UTC));
        return Rows.of(statement, row -> row).then();
    }

    static Mono<Void> giveBack(Connection connection, Map<DueAttempt, Instant> attempts) {
        Statement statement = connection.createStatement(GIVE_BACK);
        new ArrayColumns(statement)
                .of(List.copyOf(attempts.entrySet()))
                .uuid(given -> given.getKey().merchantId().value())
                .uuid(given -> given.getKey().attempt().id().value())
                .time(given -> given.getKey().attempt().dueAt())
                .time(Map.Entry::getValue);
        return Rows.of(statement, row -> row).then();
    }

    private static DueAttempt dueAttempt(Readable row) {
        return new DueAttempt(
                new MerchantId(Rows.uuid(row, "merchant_id")),
                new PaymentId(Rows.uuid(row, "payment_id")),
                PaymentRows.attempt(row, ""));
    }
}
