package io.sluice.core.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Statement;
import io.sluice.sandbox.servers.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What is sent as a binary array is what PostgreSQL then holds, in PostgreSQL's own words. */
class ArrayParameterIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final UUID id = UUID.fromString("0192f3a1-7c00-7abc-8def-fedcba987654");

    private record Row(@Nullable UUID id, @Nullable String text, int number, long big, boolean flag, Instant at) {}

    @Test
    void everyTypeArrivesAsItIs() {
        Row first = new Row(
                id, "茶 \\ \" {,} 💰 'NULL'", -7, Long.MAX_VALUE, true, Instant.parse("1999-12-31T23:59:59.999999Z"));
        Row second = new Row(null, null, Integer.MIN_VALUE, -1, false, Instant.parse("2026-11-22T04:05:06.123456789Z"));

        assertThat(answers("""
                select concat_ws('|', coalesce(id::text, '-'), coalesce(t, '-'), n, b, f,
                    to_char(a at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'))
                from unnest($1::uuid[], $2::text[], $3::int[], $4::bigint[], $5::bool[], $6::timestamptz[])
                    with ordinality as r (id, t, n, b, f, a, o) order by o""", List.of(first, second)))
                .containsExactly(
                        id + "|茶 \\ \" {,} 💰 'NULL'|-7|9223372036854775807|t|1999-12-31 23:59:59.999999",
                        "-|-|-2147483648|-1|f|2026-11-22 04:05:06.123456");
    }

    @Test
    void noRowsAreAnEmptyArray() {
        assertThat(answers("""
                select concat_ws('|', cardinality($1::uuid[]), cardinality($2::text[]), cardinality($3::int[]),
                    cardinality($4::bigint[]), cardinality($5::bool[]), cardinality($6::timestamptz[]))""", List.of())).containsExactly("0|0|0|0|0|0");
    }

    private static List<String> answers(String sql, List<Row> rows) {
        return Flux.usingWhen(
                        ConnectionFactories.get(TestServers.freshDatabase().r2dbcUrl())
                                .create(),
                        connection -> ask(connection, sql, rows),
                        Connection::close)
                .collectList()
                .block(LIMIT);
    }

    private static Flux<String> ask(Connection connection, String sql, List<Row> rows) {
        Statement statement = connection.createStatement(sql);
        new ArrayColumns(statement)
                .of(rows)
                .uuid(Row::id)
                .text(Row::text)
                .integer(Row::number)
                .bigint(Row::big)
                .bool(Row::flag)
                .time(Row::at);
        return Flux.from(statement.execute()).concatMap(result -> result.map((row, _) -> row.get(0, String.class)));
    }
}
