package io.sluice.sandbox.checker.evidence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the tables, in one snapshot. */
final class StoreReader {
    private static final String PAYMENTS = """
            select 'pay_' || replace(p.payment_id::text, '-', ''), p.merchant_order_no, p.amount_minor,
                   case p.capture_method when 'MANUAL' then p.captured_minor else p.amount_minor end, p.currency, p.state, p.version,
                   exists (select from sluice.attempt a
                                       where a.merchant_id = p.merchant_id and a.payment_id = p.payment_id
                                         and (a.state = 'MANUAL' or a.attention is not null))
              from sluice.payment p""";

    private static final String ATTEMPTS = """
            select replace(attempt_id::text, '-', ''), 'pay_' || replace(payment_id::text, '-', '') from sluice.attempt""";

    private static final String REFUNDS = """
            select 'rfd_' || replace(modification_id::text, '-', ''), 'pay_' || replace(payment_id::text, '-', ''), amount_minor, state
              from sluice.modification where kind = 'REFUND'""";

    private static final String EVENTS = """
            select 'evt_' || replace(e.event_id::text, '-', ''),
                   case when e.type like 'payout.%' then 'pyo_' else 'pay_' end || replace(e.payment_id::text, '-', ''), e.sequence, e.type,
                   exists (select from sluice.webhook_endpoint w
                            where w.merchant_id = e.merchant_id and w.url = ? and w.enabled
                              and e.at > w.created_at + interval '2 seconds'
                              and (cardinality(w.event_types) = 0 or e.type = any (w.event_types)))
              from sluice.payment_event e""";

    private static final String POSTINGS = """
            select replace(e.entry_id::text, '-', ''),
                   case when e.kind like 'payout%' then 'pyo_' else 'pay_' end || replace(e.payment_id::text, '-', ''), e.kind, l.account,
                   l.side = 'DEBIT', l.amount_minor, l.currency
              from ledger.journal_entry e join ledger.journal_line l using (merchant_id, entry_id)""";

    private static final String BALANCES = """
            select account, currency, sum(debit_minor)::bigint, sum(credit_minor)::bigint from ledger.balance group by 1, 2""";

    private final Connection connection;

    private StoreReader(Connection connection) {
        this.connection = connection;
    }

    static Store read(Sources sources) {
        try (var connection = DriverManager.getConnection(sources.database())) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new StoreReader(connection).read(sources.endpoint());
        } catch (SQLException e) {
            throw new EvidenceException("PostgreSQL cannot be read", e);
        }
    }

    private Store read(String endpoint) throws SQLException {
        return new Store(
                query(PAYMENTS, StoreReader::payment),
                query(ATTEMPTS, row -> Map.entry(row.getString(1), row.getString(2))).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                query(REFUNDS, row -> new Refund(row.getString(1), row.getString(2), row.getLong(3), row.getString(4))),
                query(PayoutReader.PAYOUTS, PayoutReader::payout),
                query(PayoutReader.FUNDS, PayoutReader::fund),
                query(EVENTS, StoreReader::event, endpoint),
                query(POSTINGS, StoreReader::posting),
                query(
                        BALANCES,
                        row -> new Balance(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4))));
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getBoolean(8));
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(row.getString(1), row.getString(2), row.getInt(3), row.getString(4), row.getBoolean(5));
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getLong(6),
                row.getString(7));
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> as, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> found = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(as.read(rows));
                }
            }
            return found;
        }
    }
}
