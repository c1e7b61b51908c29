package io.sluice.core.merchant.r2dbc;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.Await;
import io.sluice.sandbox.servers.Database;
import io.sluice.sandbox.servers.TestServers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import reactor.core.publisher.Mono;

/** A database of its own with the core's schema, asked by JDBC what is in it. */
public record ConfigurationDatabase(Database where, ConnectionFactory connections) {

    private static final List<String> TABLES =
            List.of("merchant", "merchant_key", "fee_rule", "channel_account", "webhook_endpoint", "audit");

    public static ConfigurationDatabase fresh() {
        Database database = TestServers.freshDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), null, null)
                .locations("classpath:db/migration/core")
                .defaultSchema("sluice")
                .load()
                .migrate();
        ConnectionFactory connections = ConnectionFactories.get(database.r2dbcUrl());
        // The driver's first connection in a JVM takes longer than a read may.
        Await.value(Mono.from(connections.create())
                .flatMap(first -> Mono.from(first.close()).thenReturn(true)));
        return new ConfigurationDatabase(database, connections);
    }

    public List<String> query(String sql) {
        try (var connection = DriverManager.getConnection(where.jdbcUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) {
        query(sql + " returning 'done'");
    }

    public long configVersion() {
        return Long.parseLong(query("select version from sluice.config_version").getFirst());
    }

    /** All rows of the configuration as text, bytes in hexadecimal. */
    public String dump() {
        StringBuilder dump = new StringBuilder();
        TABLES.forEach(
                table -> query("select t::text from sluice." + table + " t").forEach(dump::append));
        return dump.toString();
    }

    /** The forms in which a secret could be found in {@link #dump()}. */
    public static List<String> shapesOf(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return List.of(
                secret, HexFormat.of().formatHex(bytes), Base64.getEncoder().encodeToString(bytes));
    }
}
