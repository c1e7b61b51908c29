package io.sluice.core.payment.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** How PostgreSQL goes about reads by idempotency key; what they answer is in the contract of payments. */
class ByKeyIT {

    private final PaymentsDatabase database = PaymentsDatabase.fresh();

    @Test
    void goesByTheKeyOnAnEmptyTableAlready() throws SQLException {
        assertGoesByTheKey(plan());
    }

    @Test
    void goesByTheKeyOnAFullTable() throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into sluice.idempotency (
                        merchant_id, route, idempotency_key, fingerprint, payment_id, created_at)
                    select md5('m')::uuid, 'payments', 'k' || i, 'x', md5('p' || i)::uuid, now()
                    from generate_series(1, 20000) i""");
            statement.execute("analyze sluice.idempotency");
        }
        assertGoesByTheKey(plan());
    }

    private static void assertGoesByTheKey(String plan) {
        assertThat(plan)
                .contains("idempotency_pkey on idempotency i", "(idempotency_key = w.idempotency_key)")
                .doesNotContain("Hash Join", "Merge Join", "Seq Scan", "Bitmap", "Filter");
    }

    private String plan() throws SQLException {
        // A statement with parameters but without values is explained in the simple protocol only.
        String url = database.where().jdbcUrl() + "&preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String setting : ByKey.SESSION) {
                statement.execute(setting);
            }
            var lines = new StringBuilder();
            try (var rows = statement.executeQuery("explain (generic_plan) " + ByKey.SQL)) {
                while (rows.next()) {
                    lines.append(rows.getString(1)).append('\n');
                }
            }
            return lines.toString();
        }
    }
}
