package io.sluice.callback.intake.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import io.sluice.callback.intake.model.CallbackRecord;
import io.sluice.core.gather.BatchStatement;
import io.sluice.core.id.AttemptId;
import io.sluice.core.r2dbc.ArrayColumns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One statement for all callbacks that wait. A record already there with its own id is its success. */
final class InsertCallbacks implements BatchStatement<CallbackRecord, CallbackRecord> {

    private static final String INSERT = """
            insert into sluice.callback
                (record_id, account_id, merchant_id, callback_id, received_at, verdict, detail, attempt_id)
            select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[],
                $7::text[], $8::uuid[])
            on conflict (record_id) do nothing""";
    private static final String FIND = "select record_id from sluice.callback where record_id = any($1)";
    private static final int LONGEST_TEXT = 500;

    @Override
    public Object key(CallbackRecord arrival) {
        return arrival.id();
    }

    @Override
    public Mono<List<CallbackRecord>> execute(Connection connection, List<CallbackRecord> batch) {
        Statement insert = connection.createStatement(INSERT);
        new ArrayColumns(insert)
                .of(batch)
                .uuid(CallbackRecord::id)
                .uuid(arrival -> arrival.account().value())
                .uuid(arrival -> arrival.merchant().value())
                .text(arrival -> text(arrival.judged().callbackId()))
                .time(CallbackRecord::receivedAt)
                .text(arrival -> arrival.judged().verdict().label())
                .text(arrival -> text(arrival.judged().detail()))
                .uuid(InsertCallbacks::attempt);
        return rows(insert, row -> row).then(Mono.just(batch));
    }

    @Override
    public Mono<List<Optional<CallbackRecord>>> lookUp(Connection connection, List<CallbackRecord> batch) {
        Statement find = connection.createStatement(FIND);
        new ArrayColumns(find).of(batch).uuid(CallbackRecord::id);
        return rows(find, row -> Optional.ofNullable(row.get(0, UUID.class)))
                .collect(Collectors.toSet())
                .map(found ->
                        batch.stream().map(arrival -> found(found, arrival)).toList());
    }

    private static Optional<CallbackRecord> found(Set<Optional<UUID>> ids, CallbackRecord arrival) {
        return ids.contains(Optional.of(arrival.id())) ? Optional.of(arrival) : Optional.empty();
    }

    /** Completes when the server is ready again, which is after the commit. */
    private static <T> Flux<T> rows(Statement statement, Function<Readable, T> row) {
        return Flux.from(statement.execute()).concatMap(result -> result.map(row));
    }

    private static @Nullable UUID attempt(CallbackRecord arrival) {
        AttemptId attempt = arrival.judged().attempt();
        return attempt == null ? null : attempt.value();
    }

    /** What a channel wrote: bounded, and without the one character that PostgreSQL's text cannot hold. */
    private static String text(String written) {
        String shown = written.length() > LONGEST_TEXT ? written.substring(0, LONGEST_TEXT) : written;
        return shown.replace('\0', ' ');
    }
}
