package io.sluice.core.event.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.event.EventDatabase;
import io.sluice.core.event.EventWriters;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayPlanIT {

    private final EventDatabase database = EventDatabase.fresh();
    private final int partitions = Integer.parseInt(
            database.one("select count(*) from pg_inherits where inhparent = 'sluice.payment_event'::regclass"));

    @Test
    void walksTheIndexOfCommitOrderInEveryPartitionAndSortsNothing() throws SQLException {
        followsTheIndex(plan());
        new EventWriters(database, 300).writeOnce();
        database.execute("analyze sluice.payment_event");
        followsTheIndex(plan());
    }

    private void followsTheIndex(List<String> plan) {
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort  "));
        assertThat(plan)
                .filteredOn(line -> line.contains("Index Scan using") && line.contains("_xid_position_idx"))
                .as("%s", plan)
                .hasSize(partitions);
        assertThat(plan)
                .filteredOn(line -> line.contains("Index Cond: ((ROW(xid, \"position\") > ROW("))
                .as("%s", plan)
                .hasSize(partitions)
                .allMatch(line -> line.contains("(xid < "));
    }

    private List<String> plan() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(R2dbcRelayTurns.PREPARE);
            statement.execute("prepare next(bigint, bigint, int) as " + R2dbcTurn.NEXT);
            ResultSet rows = statement.executeQuery("explain execute next(1, 1, 1000)");
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
