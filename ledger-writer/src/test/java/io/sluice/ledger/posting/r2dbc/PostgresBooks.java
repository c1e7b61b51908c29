package io.sluice.ledger.posting.r2dbc;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.ledger.posting.Books;
import io.sluice.ledger.posting.Journal;
import io.sluice.sandbox.servers.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import reactor.core.publisher.Mono;

/** The real books in a database, read back through the views that other rooms read. */
public final class PostgresBooks implements Books {

    private final Database database;
    private final GatheredJournal journal;

    public PostgresBooks(Database database) {
        this(database, database);
    }

    /** Written over one way, such as a proxy, and read over another. */
    public PostgresBooks(Database written, Database read) {
        // The first operator with a time-out reads files; let it be here and not on a thread that may not block.
        Mono.never().timeout(Duration.ofNanos(1), Mono.empty()).block();
        this.database = read;
        this.journal = new GatheredJournal(ConnectionFactories.get(written.r2dbcUrl()), new SimpleMeterRegistry());
    }

    /** A new database's schema. */
    public static Database migrated(Database database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), "")
                .locations("classpath:db/migration/ledger")
                .defaultSchema("ledger")
                .load()
                .migrate();
        return database;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public List<String> entries(PaymentId payment) {
        return rows(
                "select kind, side, account, amount_minor, currency from ledger.payment_entries where payment_id = ?"
                        + " order by entry_id, line_no",
                payment.value());
    }

    @Override
    public long due(MerchantId merchant, String currency) {
        List<String> due = rows(
                "select due_minor from ledger.merchant_balance where merchant_id = ? and currency = ?",
                merchant.value(),
                currency);
        return due.isEmpty() ? 0 : Long.parseLong(due.getFirst());
    }

    @Override
    public List<String> wrong() {
        List<String> wrong = new ArrayList<>(rows("select * from ledger.misstated_balance"));
        wrong.addAll(rows("select currency, sum(debit_minor), sum(credit_minor) from ledger.trial_balance"
                + " group by currency having sum(debit_minor) <> sum(credit_minor)"));
        return wrong;
    }

    @Override
    public List<String> rejections(MerchantId merchant) {
        return rows("select reason from ledger.rejected_event where merchant_id = ?", merchant.value());
    }

    /** Each row's columns with a space between. */
    public List<String> rows(String query, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return rows(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static List<String> rows(PreparedStatement statement) throws SQLException {
        List<String> rows = new ArrayList<>();
        if (!statement.execute()) {
            return rows;
        }
        ResultSet results = statement.getResultSet();
        while (results.next()) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                columns.add(String.valueOf(results.getString(i)));
            }
            rows.add(String.join(" ", columns));
        }
        return rows;
    }

    public void close() {
        journal.close().block();
    }
}
