package io.sluice.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestartIT {
    @Test
    void dataSurviveAStopAndACrash(@TempDir Path folder) throws Exception {
        try (var sandbox = Sandbox.start(folder, List.of(0, 0, 0))) {
            var ports = sandbox.ports();
            sandbox.mark();

            sandbox.servers().forEach(EmbeddedServer::stop);
            assertThat(sandbox.servers()).noneMatch(EmbeddedServer::isRunning);
            sandbox.servers().forEach(EmbeddedServer::start);
            assertThat(sandbox.marks()).containsExactly("postgres", "redis", "mark");

            sandbox.servers().forEach(EmbeddedServer::kill);
            sandbox.servers().forEach(EmbeddedServer::start);
            assertThat(sandbox.marks()).containsExactly("postgres", "redis", "mark");
            assertThat(sandbox.ports()).isEqualTo(ports);
        }
    }

    @Test
    void redisInMemoryBeginsEmpty(@TempDir Path folder) throws Exception {
        try (var redis = EmbeddedRedis.start(folder, 0, EmbeddedRedis.Durability.IN_MEMORY)) {
            RedisProbe.send(redis, "SET mark redis");
            redis.stop();
            redis.start();
            assertThat(RedisProbe.send(redis, "DBSIZE")).isEqualTo(":0");
        }
    }

    @Test
    void pausedPostgresKeepsConnectionsAndAnswersNothingUntilResumed() throws SQLException {
        var postgres = TestServers.postgres();
        var url = postgres.jdbcUrl(EmbeddedPostgres.DATABASE) + "&socketTimeout=1";
        try (var before = DriverManager.getConnection(url);
                var statement = before.createStatement()) {
            postgres.pause();
            try {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.execute("SELECT 1"))
                        .withCauseInstanceOf(SocketTimeoutException.class);
            } finally {
                postgres.resume();
            }
        }
        try (var after = DriverManager.getConnection(url)) {
            assertThat(after.isValid(1)).isTrue();
        }
    }
}
