package io.sluice.sandbox.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL, as durable as in production: every commit reaches the disk before it is acknowledged. */
public final class EmbeddedPostgres extends EmbeddedServer {
    /** The superuser; it needs no password. */
    public static final String USER = "sluice";

    /** The database that exists from the start. */
    public static final String DATABASE = "sluice";

    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "100",
            "shared_buffers", "128MB",
            "timezone", "UTC",
            "log_timezone", "UTC");

    private final Map<String, String> settings;

    private EmbeddedPostgres(Path folder, int port, Map<String, String> settings) {
        super("PostgreSQL", folder, port);
        this.settings = settings;
    }

    /** Starts a PostgreSQL whose data are in the folder, made when it is empty, on the port or on a free one for 0. */
    public static EmbeddedPostgres start(Path folder, int port) {
        return start(folder, port, Map.of());
    }

    /** The same with settings of {@code postgresql.conf}. */
    public static EmbeddedPostgres start(Path folder, int port, Map<String, String> settings) {
        var server = new EmbeddedPostgres(folder, port, Map.copyOf(settings));
        server.start();
        return server;
    }

    public Database database(String name) {
        return new Database(host(), port(), name);
    }

    public String jdbcUrl(String database) {
        return database(database).jdbcUrl();
    }

    public String r2dbcUrl(String database) {
        return database(database).r2dbcUrl();
    }

    /** Creates an empty database. */
    public Database createDatabase(String name) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + name + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + name + ": " + e.getMessage(), e);
        }
        return database(name);
    }

    @Override
    Launch launch() throws IOException {
        var binaries = PostgresBinaries.unpacked();
        new PostgresCluster(binaries, data()).createIfAbsent();
        var command = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", data().toString(), "-p", String.valueOf(port())));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new Launch("PostgreSQL", Privileges.prefix(), command, folder(), Launch.StopBy.INTERRUPT);
    }

    /** PostgreSQL tells its state in the eighth line of its own pid file, beside its process in the first. */
    @Override
    boolean isReady(long pid) {
        try {
            var lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.getFirst().equals(String.valueOf(pid))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    private Path data() {
        return folder().resolve("data");
    }
}
