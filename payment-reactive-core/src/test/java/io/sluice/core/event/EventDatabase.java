package io.sluice.core.event;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.sandbox.servers.Database;
import io.sluice.sandbox.servers.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A database with the core's schema and, for the tests, a table of payments' versions. */
public final class EventDatabase {

    private final Database database;

    private EventDatabase(Database database) {
        this.database = database;
    }

    public static EventDatabase fresh() {
        EventDatabase fresh = new EventDatabase(TestServers.freshDatabase());
        fresh.migrate();
        fresh.execute("create table public.version (payment_id uuid primary key, version int not null)");
        return fresh;
    }

    public void migrate() {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), null, null)
                .locations("classpath:db/migration/core")
                .defaultSchema("sluice")
                .load()
                .migrate();
    }

    public Database where() {
        return database;
    }

    public ConnectionFactory factory() {
        return ConnectionFactories.get(database.r2dbcUrl());
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl());
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row. */
    public List<String> query(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String one(String sql) {
        return query(sql).getFirst();
    }
}
