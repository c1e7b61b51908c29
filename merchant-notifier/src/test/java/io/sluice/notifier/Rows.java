package io.sluice.notifier;

import io.sluice.core.event.PaymentEvent;
import io.sluice.sandbox.servers.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the database says, asked without any of the code under test. */
record Rows(Database database) {

    void update(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = bound(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<Map<String, Object>> query(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<Map<String, Object>> all = new ArrayList<>();
            while (rows.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.put(rows.getMetaData().getColumnLabel(column), rows.getObject(column));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The attempts at an event, in their order, as other rooms read them. */
    List<Map<String, Object>> attempts(PaymentEvent event) {
        return query(
                "select * from webhook.delivery_attempt_list where event_id = ? order by endpoint_id, attempt_no",
                event.id().value());
    }

    /** Asks for an event again, as the edge does. */
    long redeliver(PaymentEvent event) {
        return number(
                "select webhook.redeliver(?, ?)",
                event.merchantId().value(),
                event.id().value());
    }

    /** The one number that a query answers. */
    long number(String sql, Object... values) {
        Object number = query(sql, values).getFirst().values().iterator().next();
        return ((Number) number).longValue();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl());
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(
                    i + 1, values[i] instanceof String[] texts ? connection.createArrayOf("text", texts) : values[i]);
        }
        return statement;
    }
}
