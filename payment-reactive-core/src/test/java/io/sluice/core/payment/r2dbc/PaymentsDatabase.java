package io.sluice.core.payment.r2dbc;

import io.sluice.sandbox.servers.Database;
import io.sluice.sandbox.servers.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A database with the core's schema. */
public final class PaymentsDatabase {

    private final Database database;

    private PaymentsDatabase(Database database) {
        this.database = database;
    }

    public static PaymentsDatabase fresh() {
        PaymentsDatabase fresh = new PaymentsDatabase(TestServers.freshDatabase());
        Flyway.configure()
                .dataSource(fresh.database.jdbcUrl(), null, null)
                .locations("classpath:db/migration/core")
                .defaultSchema("sluice")
                .load()
                .migrate();
        // The fixtures' clock stands at the beginning of that year.
        fresh.query("select sluice.ensure_event_partitions('2026-01-01', '2026-02-01')");
        return fresh;
    }

    public Database where() {
        return database;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl());
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
}
