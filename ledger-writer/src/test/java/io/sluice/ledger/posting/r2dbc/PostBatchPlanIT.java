package io.sluice.ledger.posting.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.servers.Database;
import io.sluice.sandbox.servers.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** The plan that is kept and used for every batch, made while the tables were empty: the worst time to make one. */
final class PostBatchPlanIT {

    private static final String TYPES = "uuid[], uuid[], uuid[], text[], int[], text[], text[], text[],"
            + " int[], text[], text[], int[], int[], text[], text[], text[], text[], bigint[]";

    private static final String ENTRIES = """
            insert into ledger.journal_entry (merchant_id, entry_id, payment_id, kind, occurred_at)
            select '00000000-0000-7000-8000-000000000000', gen_random_uuid(), gen_random_uuid(), 'charge', now()
              from generate_series(1, 200)
            """;
    private static final String THEIR_LINES = """
            insert into ledger.journal_line (merchant_id, entry_id, line_no, account, currency, side, amount_minor)
            select merchant_id, entry_id, no, 'fee_income', 'CNY', side, 5
              from ledger.journal_entry cross join (values (1, 'DEBIT'), (2, 'CREDIT')) as v (no, side)
             where posted_at = now()
            """;
    private static final String LOOKED_UP =
            "select idx_scan from pg_stat_xact_user_tables where relid = 'ledger.journal_entry'::regclass";

    @Test
    void meetsArraysByHashAndTheJournalByItsIndex() throws SQLException {
        String plan = plan();

        assertThat(plan).contains("Hash Join", "journal_entry_in_conflict");
        assertThat(plan).doesNotContain("Nested Loop", "Merge Join", "Seq Scan on journal_entry");
    }

    @Test
    void looksUpEachEntryOfLinesByItsKey() throws SQLException {
        Database database = PostgresBooks.migrated(TestServers.freshDatabase());
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(ENTRIES);
            statement.execute(THEIR_LINES);

            assertThat(lines(statement.executeQuery(LOOKED_UP))).isEqualTo("200\n");
        }
    }

    private static String plan() throws SQLException {
        Database database = PostgresBooks.migrated(TestServers.freshDatabase());
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(PostBatch.SESSION);
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare post (" + TYPES + ") as " + SqlText.of("post-batch.sql"));
            String nulls = String.join(", ", Collections.nCopies(18, "null"));
            return lines(statement.executeQuery("explain (costs off) execute post (" + nulls + ")"));
        }
    }

    private static String lines(ResultSet rows) throws SQLException {
        StringBuilder lines = new StringBuilder();
        while (rows.next()) {
            lines.append(rows.getString(1)).append('\n');
        }
        return lines.toString();
    }
}
