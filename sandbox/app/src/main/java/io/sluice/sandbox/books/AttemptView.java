package io.sluice.sandbox.books;

import java.util.List;

/**
 * An attempt as the gateway keeps it, with what no event tells: how often its channel was asked.
 *
 * @param code what became of it, in the gateway's words; empty while nothing has
 * @param overBefore what the channel had said of it before it said "paid" after all; else empty
 */
public record AttemptView(String id, String state, String code, int inquiries, String overBefore) {

    private static final String OF_PAYMENT = """
            select 'att_' || replace(attempt_id::text, '-', ''), state, coalesce(outcome_code, ''), inquiries,
                   coalesce(over_before, '')
              from sluice.attempt where payment_id = ?::uuid order by attempt_id""";

    public static List<AttemptView> ofPayment(SandboxDatabase database, String paymentId) {
        return database.query(
                OF_PAYMENT,
                row -> new AttemptView(
                        row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5)),
                paymentId.substring(paymentId.indexOf('_') + 1));
    }
}
