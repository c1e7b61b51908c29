package io.sluice.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class TestServersIT {
    @BeforeAll
    static void start() {
        TestServers.startAll();
    }

    @Test
    void postgresCommitsToDisk() throws SQLException {
        var database = TestServers.postgres().database(EmbeddedPostgres.DATABASE);
        assertThat(query(database, "SHOW server_version_num")).startsWith("18");
        assertThat(List.of("fsync", "synchronous_commit", "full_page_writes"))
                .allSatisfy(name -> assertThat(query(database, "SHOW " + name)).isEqualTo("on"));
    }

    @Test
    void freshDatabasesAreEmptyAndSeparate() throws SQLException {
        var one = TestServers.freshDatabase();
        var other = TestServers.freshDatabase();
        query(one, "CREATE TABLE only_here () ; SELECT 1");
        var tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
        assertThat(query(one, tables)).isEqualTo("1");
        assertThat(query(other, tables)).isEqualTo("0");
    }

    @Test
    void kafkaTellsClientsOfItsProxyToStayBehindIt() throws Exception {
        assertThat(advertised(TestServers.kafka().port()))
                .isEqualTo(TestServers.kafka().port());
        assertThat(advertised(TestServers.kafkaProxy().port()))
                .isEqualTo(TestServers.kafkaProxy().port());
    }

    private static int advertised(int bootstrapPort) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + bootstrapPort))) {
            return admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).stream()
                    .map(Node::port)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String query(Database database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl());
                var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (var result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
