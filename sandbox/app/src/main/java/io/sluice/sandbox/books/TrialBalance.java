package io.sluice.sandbox.books;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ledger's accounts by currency and kind, and whether debits equal credits. */
public record TrialBalance(List<Line> lines, long misstated) {

    /** The sums of all accounts of one kind. */
    public record Line(String currency, String account, String type, long debitMinor, long creditMinor) {}

    private static final String LINES = """
            select b.currency, split_part(b.account, ':', 1), a.type, sum(b.debit_minor)::bigint, sum(b.credit_minor)::bigint
              from ledger.balance b join ledger.account a using (merchant_id, account, currency)
             group by 1, 2, 3 order by 1, 3, 2""";

    private static final String MISSTATED = "select count(*) from ledger.misstated_balance";

    public static TrialBalance read(SandboxDatabase database) {
        var lines = database.query(
                LINES,
                row -> new Line(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)));
        return new TrialBalance(
                lines, database.query(MISSTATED, row -> row.getLong(1)).getFirst());
    }

    /** Debits less credits by currency, all zero when the books balance. */
    public Map<String, Long> differences() {
        Map<String, Long> differences = new TreeMap<>();
        lines.forEach(
                line -> differences.merge(line.currency(), line.debitMinor() - line.creditMinor(), Math::addExact));
        return differences;
    }

    public boolean balances() {
        return misstated == 0 && differences().values().stream().allMatch(difference -> difference == 0);
    }
}
