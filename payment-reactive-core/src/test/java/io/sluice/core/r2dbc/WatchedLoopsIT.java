package io.sluice.core.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.sluice.sandbox.servers.EmbeddedPostgres;
import io.sluice.sandbox.servers.FaultProxy;
import io.sluice.sandbox.servers.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** One pooled connection through a proxy to PostgreSQL. */
class WatchedLoopsIT {
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FaultProxy proxy = TestServers.proxyTo(TestServers.postgres());
    private final ConnectionPool pool = pool(proxy);

    @AfterEach
    void close() {
        pool.dispose();
        proxy.close();
    }

    @Test
    void silenceEndsTheConnectionAndThePoolMakesAnother() {
        StepVerifier.create(ask("select 1")).expectNext("1").verifyComplete();
        proxy.halfOpen();
        StepVerifier.create(ask("select 2"))
                .expectError(R2dbcNonTransientResourceException.class)
                .verify(PATIENCE);

        proxy.heal();

        StepVerifier.create(ask("select 3")).expectNext("3").expectComplete().verify(PATIENCE);
    }

    /** A reader who has lost his patience gives the connection back, and the next one would wait on it for nothing. */
    @Test
    void whoGivesUpEarlierPoisonsNobody() {
        StepVerifier.create(ask("select 1")).expectNext("1").verifyComplete();
        proxy.halfOpen();
        StepVerifier.create(ask("select 2").timeout(ANSWER_WITHIN.dividedBy(4)).onErrorComplete())
                .verifyComplete();
        proxy.heal();

        StepVerifier.create(ask("select 3").retry(1))
                .expectNext("3")
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void anAnswerThatIsLongInComingToItsEndIsNoSilence() {
        String sql = "select repeat('x', 20000), pg_sleep(0.02) from generate_series(1, 50)";
        StepVerifier.create(ask(sql)).expectNextCount(50).expectComplete().verify(PATIENCE);
    }

    @Test
    void nobodyWaitsOnAConnectionThatIsIdle() {
        StepVerifier.create(ask("select pg_backend_pid()")
                        .flatMap(first -> Mono.delay(ANSWER_WITHIN.multipliedBy(2))
                                .thenMany(ask("select pg_backend_pid()"))
                                .map(first::equals)))
                .expectNext(true)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aRefusedStatementIsAnAnswer() {
        StepVerifier.create(ask("select nonsense").onErrorComplete()).verifyComplete();
        StepVerifier.create(Mono.delay(ANSWER_WITHIN.multipliedBy(2)).thenMany(ask("select 1")))
                .expectNext("1")
                .expectComplete()
                .verify(PATIENCE);
        assertThat(proxy.connections()).isEqualTo(1);
    }

    private Flux<String> ask(String sql) {
        return Flux.usingWhen(
                pool.create(),
                connection -> Flux.from(connection.createStatement(sql).execute())
                        .flatMap(result -> result.map((row, columns) -> String.valueOf(row.get(0)))),
                Connection::close);
    }

    private static ConnectionPool pool(FaultProxy proxy) {
        var factory = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(proxy.host())
                .port(proxy.port())
                .database(EmbeddedPostgres.DATABASE)
                .username(EmbeddedPostgres.USER)
                .loopResources(new WatchedLoops(ANSWER_WITHIN))
                .build());
        return new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .maxSize(1)
                .acquireRetry(1)
                .build());
    }
}
