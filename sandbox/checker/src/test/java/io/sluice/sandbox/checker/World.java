package io.sluice.sandbox.checker;

import io.sluice.sandbox.checker.evidence.Sources;
import io.sluice.sandbox.servers.Database;
import io.sluice.sandbox.servers.TestServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * A small world in which all is well: a payment with a refund (1), one that failed (2), one closed (3), one that waits for a person (4); a payout that was paid (1) and one that failed after doubt (2). Each test has a copy
 * of its own, to plant something in.
 */
final class World {
    private static final String ENDPOINT = "http://127.0.0.1:1/webhooks";
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final Database WELL = well();

    private final Path folder;
    private final String database;

    private World(Path folder, String database) {
        this.folder = folder;
        this.database = database;
    }

    static World in(Path folder) throws IOException, SQLException {
        for (String file : List.of("book.json", "webhooks.jsonl", "history.jsonl")) {
            Files.writeString(folder.resolve(file), resource(file));
        }
        String name = "copy_" + COPIES.incrementAndGet();
        execute(TestServers.postgres().jdbcUrl("postgres"), "create database " + name + " template " + WELL.name());
        return new World(folder, TestServers.postgres().jdbcUrl(name));
    }

    private static Database well() {
        Database database = TestServers.freshDatabase();
        migrate(database, "core", "sluice");
        migrate(database, "ledger", "ledger");
        try {
            execute(database.jdbcUrl(), resource("world.sql"));
            execute(database.jdbcUrl(), resource("payouts.sql"));
            return database;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void migrate(Database database, String location, String schema) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), null, null)
                .locations("classpath:db/migration/" + location)
                .schemas(schema)
                .defaultSchema(schema)
                .load()
                .migrate();
    }

    World sql(String statements) throws SQLException {
        execute(database, statements);
        return this;
    }

    World edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain " + from);
        }
        Files.writeString(path, text.replace(from, to));
        return this;
    }

    World append(String file, String line) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path) + line + "\n");
        return this;
    }

    List<Finding> check() {
        return Checker.check(new Sources(
                database,
                List.of(folder.resolve("book.json").toUri()),
                folder.resolve("webhooks.jsonl"),
                ENDPOINT,
                folder.resolve("history.jsonl")));
    }

    static String resource(String name) throws IOException {
        try (var in = World.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void execute(String url, String statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
