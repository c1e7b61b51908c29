package io.sluice.sandbox.books;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.SandboxException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The sandbox's database, for tools that may look everywhere. Nothing here writes. */
public final class SandboxDatabase implements AutoCloseable {
    private final Connection connection;

    private SandboxDatabase(Connection connection) {
        this.connection = connection;
    }

    /** @throws SandboxException when PostgreSQL does not answer */
    public static SandboxDatabase open(Place place) {
        try {
            var connection = DriverManager.getConnection(url(place));
            connection.setReadOnly(true);
            return new SandboxDatabase(connection);
        } catch (SQLException e) {
            throw new SandboxException("PostgreSQL does not answer: ./sluice status shows what runs", e);
        }
    }

    /** Its JDBC URL, for reading only. */
    static String url(Place place) {
        return "jdbc:postgresql://127.0.0.1:%d/sluice?user=sluice&readOnly=true&ApplicationName=sluice-cli"
                .formatted(place.port(Port.POSTGRES));
    }

    /** What a row is read into. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> query(String sql, Row<T> row, Object... parameters) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new SandboxException("the database refused a question: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new SandboxException("the connection to PostgreSQL did not close: " + e.getMessage(), e);
        }
    }
}
