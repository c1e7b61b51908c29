package io.sluice.sandbox.books;

import java.util.List;

/** One line of a payment's entries in the ledger. */
public record LedgerEntry(String kind, String account, String side, long amountMinor, String currency) {

    private static final String OF_PAYMENT = """
            select kind, account, side, amount_minor, currency
              from ledger.payment_entries
             where payment_id = ?::uuid
             order by occurred_at, entry_id, line_no""";

    /** All lines of one payment's entries, none when the ledger has not come to it yet. */
    public static List<LedgerEntry> ofPayment(SandboxDatabase database, String paymentId) {
        return database.query(
                OF_PAYMENT,
                row -> new LedgerEntry(
                        row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5)),
                paymentId.substring(paymentId.indexOf('_') + 1));
    }
}
