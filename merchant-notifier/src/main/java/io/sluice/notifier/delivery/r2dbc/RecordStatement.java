package io.sluice.notifier.delivery.r2dbc;

import static io.sluice.notifier.delivery.r2dbc.Columns.numbers;
import static io.sluice.notifier.delivery.r2dbc.Columns.texts;
import static io.sluice.notifier.delivery.r2dbc.Columns.uuids;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.sluice.core.gather.BatchStatement;
import io.sluice.core.r2dbc.ArrayParameter;
import io.sluice.notifier.delivery.model.Attempt;
import io.sluice.notifier.delivery.model.Delivery;
import io.sluice.notifier.delivery.model.Exchange.Answered;
import io.sluice.notifier.delivery.model.Exchange.Failed;
import io.sluice.notifier.delivery.model.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An attempt is kept with its delivery, which is moved on, and the attempt before it beside. Delays are counted by the
 * database's clock, which all instances share. A delivery that was asked for again while it was on its way is due at once,
 * whatever the verdict.
 *
 * <p>The lease is consumed by the first execution, so a second one changes nothing.
 */
final class RecordStatement implements BatchStatement<Attempt, Boolean> {

    private static final String SQL = """
            with made as (
                select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[],
                                     $7::text[], $8::bigint[], $9::text[], $10::text[], $11::bigint[])
                    as m (merchant_id, endpoint_id, event_id, lease, at_micros, status,
                          error, duration_ms, excerpt, state, delay_ms)
            ), moved as (
                update webhook.delivery d
                set state = case when d.again then 'PENDING' else m.state end,
                    due_at = case when d.again then now() else now() + m.delay_ms * interval '1 millisecond' end,
                    failures = case when d.again or m.state = 'DELIVERED' then 0 else d.failures + 1 end,
                    attempts = d.attempts + 1,
                    last_at = timestamptz 'epoch' + m.at_micros * interval '1 microsecond',
                    last_status = m.status,
                    last_error = m.error,
                    last_duration_ms = m.duration_ms,
                    last_excerpt = m.excerpt,
                    lease = null,
                    again = false,
                    updated_at = now()
                from made m
                where d.merchant_id = m.merchant_id and d.endpoint_id = m.endpoint_id and d.event_id = m.event_id
                  and d.lease = m.lease
                returning old.*
            )
            insert into webhook.attempt
                (merchant_id, endpoint_id, event_id, attempt_no, at, status, error, duration_ms, excerpt)
            select merchant_id, endpoint_id, event_id, attempts,
                   last_at, last_status, last_error, last_duration_ms, last_excerpt
            from moved
            where last_at is not null
            """;

    @Override
    public Object key(Attempt attempt) {
        return List.of(attempt.delivery().endpointId(), attempt.delivery().eventId());
    }

    @Override
    public Mono<List<Boolean>> execute(Connection connection, List<Attempt> attempts) {
        return Flux.from(connection
                        .createStatement(SQL)
                        .bind(
                                "$1",
                                ids(attempts, delivery -> delivery.merchantId().value()))
                        .bind(
                                "$2",
                                ids(attempts, delivery -> delivery.endpointId().value()))
                        .bind("$3", ids(attempts, delivery -> delivery.eventId().value()))
                        .bind("$4", ids(attempts, Delivery::lease))
                        .bind(
                                "$5",
                                numbers(attempts, attempt -> ChronoUnit.MICROS.between(Instant.EPOCH, attempt.at())))
                        .bind("$6", numbers(attempts, RecordStatement::status))
                        .bind("$7", texts(attempts, RecordStatement::error))
                        .bind("$8", numbers(attempts, attempt -> attempt.took().toMillis()))
                        .bind("$9", texts(attempts, RecordStatement::excerpt))
                        .bind(
                                "$10",
                                texts(
                                        attempts,
                                        attempt -> attempt.verdict().state().name()))
                        .bind("$11", numbers(attempts, RecordStatement::delayMs))
                        .execute())
                .flatMap(Result::getRowsUpdated)
                .then(Mono.just(Collections.nCopies(attempts.size(), true)));
    }

    /** Answers that nothing is there, for writing again is harmless. */
    @Override
    public Mono<List<Optional<Boolean>>> lookUp(Connection connection, List<Attempt> attempts) {
        return Mono.just(Collections.nCopies(attempts.size(), Optional.empty()));
    }

    private static ArrayParameter<Attempt, UUID> ids(List<Attempt> attempts, Function<Delivery, UUID> id) {
        return uuids(attempts, attempt -> id.apply(attempt.delivery()));
    }

    private static @Nullable Long status(Attempt attempt) {
        return attempt.exchange() instanceof Answered answer ? (long) answer.status() : null;
    }

    private static @Nullable String error(Attempt attempt) {
        return attempt.exchange() instanceof Failed failure ? failure.error() : null;
    }

    private static @Nullable String excerpt(Attempt attempt) {
        return attempt.exchange() instanceof Answered answer ? answer.excerpt() : null;
    }

    private static @Nullable Long delayMs(Attempt attempt) {
        return attempt.verdict() instanceof Verdict.Retry retry ? retry.delay().toMillis() : null;
    }
}
