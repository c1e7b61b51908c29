package io.sluice.sandbox.servers;

import io.sluice.sandbox.servers.EmbeddedKafka.Listeners;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** All three servers with one mark in each, by which their data are known again. */
record Sandbox(EmbeddedPostgres postgres, EmbeddedRedis redis, EmbeddedKafka kafka) implements AutoCloseable {
    static Sandbox start(Path folder, List<Integer> ports) {
        return new Sandbox(
                EmbeddedPostgres.start(folder.resolve("postgres"), ports.get(0)),
                EmbeddedRedis.start(folder.resolve("redis"), ports.get(1), EmbeddedRedis.Durability.PERSISTENT),
                EmbeddedKafka.start(
                        folder.resolve("kafka"), Listeners.on(ports.get(2)), List.of("-XX:TieredStopAtLevel=1")));
    }

    List<EmbeddedServer> servers() {
        return List.of(postgres, redis, kafka);
    }

    List<Integer> ports() {
        return servers().stream().map(EmbeddedServer::port).toList();
    }

    void mark() throws Exception {
        sql("CREATE TABLE mark AS SELECT 'postgres' AS text");
        RedisProbe.send(redis, "SET mark redis");
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic("mark", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    List<String> marks() throws Exception {
        try (var admin = admin()) {
            return List.of(
                    sql("SELECT text FROM mark"),
                    RedisProbe.send(redis, "GET mark"),
                    String.join(",", admin.listTopics().names().get()));
        }
    }

    @Override
    public void close() {
        servers().forEach(EmbeddedServer::close);
    }

    private Admin admin() {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private String sql(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(EmbeddedPostgres.DATABASE));
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
