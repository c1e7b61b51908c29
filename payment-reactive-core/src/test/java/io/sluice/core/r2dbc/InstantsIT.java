package io.sluice.core.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.sluice.sandbox.servers.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every time that PostgreSQL knows is read as the same time, in whatever zone and shape it is told. */
class InstantsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String URL = TestServers.freshDatabase().r2dbcUrl();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-03T04:05:06.000007Z",
                "2026-02-03T04:05:06.1Z",
                "2026-02-03T04:05:06Z",
                "2024-02-29T23:59:59.999999Z",
                "1969-12-31T23:59:59.5Z",
                "0001-01-01T12:00:00Z",
                "-0044-03-15T12:00:00Z",
                "9999-12-31T11:59:59Z",
                "+12026-01-01T00:00:00Z"
            })
    void isTheTimeThatWasSent(String time) {
        Instant sent = Instant.parse(time);

        for (String zone : List.of("UTC", "Asia/Shanghai", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")) {
            assertThat(read(zone, sent)).as(zone).contains(sent);
        }
    }

    @Test
    void nothingIsNothing() {
        assertThat(read("UTC", null)).isEmpty();
    }

    private static Optional<Instant> read(String zone, Instant sent) {
        return Flux.usingWhen(
                        ConnectionFactories.get(URL).create(),
                        connection -> execute(connection, "set time zone '" + zone + "'")
                                .thenMany(ask(connection, sent)),
                        Connection::close)
                .single()
                .block(LIMIT);
    }

    private static Mono<Void> execute(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .flatMap(result -> result.getRowsUpdated())
                .then();
    }

    private static Flux<Optional<Instant>> ask(Connection connection, Instant sent) {
        var statement = connection.createStatement("select $1::timestamptz as at, 1 as always");
        if (sent == null) {
            statement.bindNull(0, OffsetDateTime.class);
        } else {
            statement.bind(0, sent);
        }
        return Flux.from(statement.execute())
                .flatMap(result -> result.map(row -> Optional.ofNullable(row.get(0, Instant.class))));
    }
}
