package io.sluice.sandbox.checker.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads payouts and their funds. */
final class PayoutReader {
    static final String PAYOUTS = """
            select 'pyo_' || replace(p.payout_id::text, '-', ''), p.amount_minor, p.state, p.version, p.due_at is not null,
                   coalesce((select e.from_state from sluice.payment_event e
                              where e.merchant_id = p.merchant_id and e.payment_id = p.payout_id and e.type = 'payout.failed'
                              limit 1), ''), p.channel_code is not null
              from sluice.payout p""";

    static final String FUNDS = """
            with taking as (
                select p.merchant_id, p.currency, sum(p.amount_minor) as minor, max(e.at) as reserved_at
                  from sluice.payout p left join sluice.payment_event e
                    on e.merchant_id = p.merchant_id and e.payment_id = p.payout_id and e.type = 'payout.reserved'
                 where p.state in ('RESERVED', 'SENT', 'ACCEPTED', 'UNKNOWN', 'MANUAL', 'SUCCEEDED')
                 group by p.merchant_id, p.currency),
            booked as (
                select l.merchant_id, l.currency,
                       sum(case l.side when 'CREDIT' then l.amount_minor else -l.amount_minor end) as earned,
                       sum(l.amount_minor) filter (where l.side = 'DEBIT' and e.posted_at > t.reserved_at) as lost_since
                  from ledger.journal_line l join ledger.journal_entry e using (merchant_id, entry_id)
                  left join taking t on t.merchant_id = l.merchant_id and t.currency = l.currency
                 where l.account like 'merchant\\_payable:%' group by l.merchant_id, l.currency)
            select 'mer_' || replace(merchant_id::text, '-', ''), currency, coalesce(f.taken_minor, 0),
                   coalesce(t.minor, 0)::bigint, coalesce(b.earned, 0)::bigint, coalesce(b.lost_since, 0)::bigint
              from sluice.payout_fund f full join taking t using (merchant_id, currency)
              left join booked b using (merchant_id, currency)""";

    private PayoutReader() {}

    static Payout payout(ResultSet row) throws SQLException {
        return new Payout(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getString(6),
                row.getBoolean(7));
    }

    static Fund fund(ResultSet row) throws SQLException {
        return new Fund(
                row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
    }
}
