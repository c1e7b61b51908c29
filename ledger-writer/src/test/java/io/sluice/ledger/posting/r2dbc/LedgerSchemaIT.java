package io.sluice.ledger.posting.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sandbox.servers.Database;
import io.sluice.sandbox.servers.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schema itself refuses, whoever asks; here it is a superuser. */
final class LedgerSchemaIT {

    private static Database database;

    private final UUID merchant = UUID.randomUUID();
    private final UUID entry = UUID.randomUUID();

    @BeforeAll
    static void migrate() {
        database = PostgresBooks.migrated(TestServers.freshDatabase());
    }

    @Test
    void acceptsAWholeEntryInOneTransaction() throws SQLException {
        run(entry(entry), lines("(1, 'DEBIT', 5), (2, 'CREDIT', 5)"), "commit");
    }

    @Test
    void refusesLinesThatDoNotBalance() {
        assertThatThrownBy(() -> run(entry(entry), lines("(1, 'DEBIT', 5), (2, 'CREDIT', 4)")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(
                        "entry " + entry + " does not balance: its debits exceed its credits by 1 minor units of CNY");
    }

    @Test
    void refusesToAddToAnEntryLater() {
        assertThatThrownBy(() -> run(
                        entry(entry),
                        lines("(1, 'DEBIT', 5), (2, 'CREDIT', 5)"),
                        lines("(3, 'DEBIT', 1), (4, 'CREDIT', 1)")))
                .hasMessageContaining("the lines of entry " + entry + " are not a whole entry");
    }

    @Test
    void refusesLinesOfNoEntry() {
        assertThatThrownBy(() -> run(lines("(1, 'DEBIT', 5), (2, 'CREDIT', 5)")))
                .hasMessageContaining("are not a whole entry");
    }

    @Test
    void refusesAmountsThatAreNotPositive() {
        assertThatThrownBy(() -> run(entry(entry), lines("(1, 'DEBIT', 0), (2, 'CREDIT', 0)")))
                .hasMessageContaining("journal_line_amount_minor_check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.journal_entry set kind = 'charge'",
                "delete from ledger.journal_entry",
                "truncate ledger.journal_entry",
                "update ledger.journal_line set amount_minor = amount_minor + 1 where line_no = 99",
                "delete from ledger.journal_line",
                "truncate ledger.journal_line",
                "truncate ledger.journal_entry, ledger.journal_line cascade"
            })
    void refusesToChangeOrRemoveWhatIsWritten(String change) {
        assertThatThrownBy(() -> run(change))
                .hasMessageContaining("is written once")
                .hasMessageContaining("post a further entry");
    }

    @Test
    void everyTableCarriesTheMerchantInItsKey() {
        assertThat(new PostgresBooks(database)
                        .rows("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " join pg_index i on i.indrelid = c.oid and i.indisprimary"
                                + " join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]"
                                + " where n.nspname = 'ledger' and a.attname <> 'merchant_id'"))
                .containsExactly("flyway_schema_history");
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String entry(UUID id) {
        return "insert into ledger.journal_entry (merchant_id, entry_id, payment_id, kind, occurred_at)"
                + " values ('%s', '%s', '%s', 'charge', now())".formatted(merchant, id, UUID.randomUUID());
    }

    private String lines(String rows) {
        return "insert into ledger.journal_line (merchant_id, entry_id, account, currency, line_no, side, amount_minor)"
                + " select '%s'::uuid, '%s'::uuid, 'fee_income', 'CNY', no, side, minor from (values %s) as v (no, side, minor)"
                        .formatted(merchant, entry, rows);
    }
}
