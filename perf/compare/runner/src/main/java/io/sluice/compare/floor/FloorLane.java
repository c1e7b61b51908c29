package io.sluice.compare.floor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** One connection with its two statements, each a transaction of its own; for one thread. */
record FloorLane(Connection connection, PreparedStatement accepting, PreparedStatement concluding) {
    /** About as long as an event of Sluice. */
    private static final String BODY = "{\"filler\":\"" + "x".repeat(700) + "\"}";

    private static final int PAYMENTS = 6;
    private static final int ATTEMPTS = 7;

    static FloorLane open(String jdbcUrl) throws SQLException {
        var connection = DriverManager.getConnection(jdbcUrl + "&prepareThreshold=1");
        return new FloorLane(
                connection,
                connection.prepareStatement(FloorSql.ACCEPT),
                connection.prepareStatement(FloorSql.CONCLUDE));
    }

    void accept(List<FloorPayment> batch) throws SQLException {
        bind(accepting, batch);
        accepting.executeUpdate();
    }

    void conclude(List<FloorPayment> batch) throws SQLException {
        bind(concluding, batch);
        array(concluding, PAYMENTS, "uuid", batch, FloorPayment::payment);
        array(concluding, ATTEMPTS, "uuid", batch, FloorPayment::attempt);
        concluding.executeUpdate();
    }

    private void bind(PreparedStatement statement, List<FloorPayment> batch) throws SQLException {
        statement.setString(1, BODY);
        array(statement, 2, "uuid", batch, FloorPayment::payment);
        array(statement, 3, "uuid", batch, FloorPayment::attempt);
        array(statement, 4, "uuid", batch, FloorPayment::event);
        array(statement, 5, "timestamptz", batch, FloorPayment::at);
    }

    private void array(
            PreparedStatement statement,
            int index,
            String type,
            List<FloorPayment> batch,
            Function<FloorPayment, Object> value)
            throws SQLException {
        statement.setArray(
                index, connection.createArrayOf(type, batch.stream().map(value).toArray()));
    }
}
