package io.sluice.sandbox.books;

import java.util.List;

/** What must hold inside the database. Each query answers one line a difference, naming the ids. */
enum StoredCheck {
    DEBITS_EQUAL_CREDITS("debits equal credits", """
            select currency || ': debits ' || sum(debit_minor) || ', credits ' || sum(credit_minor)
              from ledger.trial_balance group by currency having sum(debit_minor) <> sum(credit_minor)"""),
    BALANCES_ARE_SUMS(
            "balances are the sums of their lines", "select account || ' ' || currency from ledger.misstated_balance"),
    NO_EVENT_REJECTED("the ledger could book every event", """
            select 'pay_' || replace(payment_id::text, '-', '') || ': ' || type || ' was rejected, ' || reason
              from ledger.rejected_event_list"""),
    SEQUENCES_WHOLE("every payment's events count from 1 without a gap", """
            select 'pay_' || replace(payment_id::text, '-', '') || ': ' || coalesce(n, 0) || ' events from '
                   || coalesce(first, 0) || ' to ' || coalesce(last, 0) || ', version ' || version
              from sluice.payment left join (
                   select merchant_id, payment_id, count(*) as n, min(sequence) as first, max(sequence) as last
                     from sluice.payment_event group by merchant_id, payment_id) e using (merchant_id, payment_id)
             where (first, last, n) is distinct from (1, version, version::bigint)"""),
    LAST_EVENT_IS_STATE("the last event tells the payment's state", """
            select 'pay_' || replace(p.payment_id::text, '-', '') || ' is ' || p.state || ', its last event says ' || e.to_state
              from sluice.payment p join lateral (
                   select to_state from sluice.payment_event e
                    where e.merchant_id = p.merchant_id and e.payment_id = p.payment_id and e.type like 'payment.%'
                    order by sequence desc limit 1) e on true
             where e.to_state <> p.state"""),
    LAST_EVENT_IS_REFUND_STATE("the last event of a refund tells its state", """
            select 'rfd_' || replace(r.refund_id::text, '-', '') || ' is ' || r.state || ', its last event says ' || e.to_state
              from sluice.refund r join lateral (
                   select to_state from sluice.payment_event e
                    where e.merchant_id = r.merchant_id and e.payment_id = r.payment_id and e.type like 'refund.%'
                      and e.body::json -> 'data' -> 'refund' ->> 'id' = 'rfd_' || replace(r.refund_id::text, '-', '')
                    order by sequence desc limit 1) e on true
             where e.to_state <> r.state"""),
    NEVER_REFUNDED_BEYOND("no payment is refunded beyond its amount, and its sums are those of its refunds", """
            select 'pay_' || replace(p.payment_id::text, '-', '') || ' of ' || p.amount_minor || ' says '
                   || p.refund_reserved_minor || ' reserved and ' || p.refunded_minor || ' refunded, its refunds say '
                   || coalesce(r.reserved, 0) || ' and ' || coalesce(r.refunded, 0)
              from sluice.payment p left join (
                   select merchant_id, payment_id,
                          sum(amount_minor) filter (where state not in ('SUCCEEDED', 'FAILED', 'RETURNED')) as reserved,
                          sum(amount_minor) filter (where state = 'SUCCEEDED') as refunded
                     from sluice.refund group by merchant_id, payment_id) r using (merchant_id, payment_id)
             where p.refund_reserved_minor + p.refunded_minor > p.amount_minor
                or p.refund_reserved_minor <> coalesce(r.reserved, 0) or p.refunded_minor <> coalesce(r.refunded, 0)"""),
    REFUNDED_IS_BOOKED("what was refunded is booked, payment by payment", """
            select 'pay_' || replace(p.payment_id::text, '-', '') || ' was refunded ' || p.refunded_minor
                   || ', the ledger says ' || coalesce(l.refunded, 0)
              from sluice.payment p left join (
                   select merchant_id, payment_id,
                          sum(case side when 'CREDIT' then amount_minor else -amount_minor end) as refunded
                     from ledger.payment_entries
                    where kind in ('refund', 'refund_returned') and account like 'channel_receivable:%'
                    group by merchant_id, payment_id) l using (merchant_id, payment_id)
             where p.refunded_minor <> coalesce(l.refunded, 0)"""),
    SUCCEEDED_IS_BOOKED("every payment that succeeded is booked with its amount and its fee", """
            select 'pay_' || replace(p.payment_id::text, '-', '') || ' of ' || p.amount_minor || ' with a fee of '
                   || p.fee_minor || ' is booked as ' || coalesce(l.amount, 0) || ' with a fee of ' || coalesce(l.fee, 0)
              from sluice.payment p left join (
                   select payment_id, currency,
                          sum(amount_minor) filter (where side = 'DEBIT' and account like 'channel_receivable:%') as amount,
                          sum(amount_minor) filter (where side = 'CREDIT' and account like 'fee_income%') as fee
                     from ledger.payment_entries where kind = 'charge' group by payment_id, currency) l
                using (payment_id, currency)
             where p.state = 'SUCCEEDED'
               and (p.amount_minor, p.fee_minor) is distinct from (coalesce(l.amount, 0), coalesce(l.fee, 0))"""),
    BOOKED_SUCCEEDED("nothing is booked for a payment that did not succeed", """
            select 'pay_' || replace(e.payment_id::text, '-', '') || ' is booked and ' || coalesce(p.state, 'unknown')
              from (select distinct payment_id from ledger.payment_entries where kind = 'charge') e
              left join sluice.payment p using (payment_id)
             where coalesce(p.state, '') not in ('SUCCEEDED', 'CONFLICTED', 'REVERSED')"""),
    LEDGER_READ_ALL("the ledger has read every event", """
            select 'evt_' || replace(event_id::text, '-', '') || ' (' || type || ') has not reached the ledger'
              from sluice.payment_event e
             where not exists (select from ledger.consumed_event c
                                where c.merchant_id = e.merchant_id and c.event_id = e.event_id)"""),
    WEBHOOKS_DELIVERED("every event was delivered to every endpoint that wants it", """
            select 'evt_' || replace(e.event_id::text, '-', '') || ' (' || e.type || ') is '
                   || coalesce(d.state, 'not queued') || ' at ' || w.url
              from sluice.payment_event e
              join sluice.webhook_endpoint w
                on w.merchant_id = e.merchant_id and w.enabled and e.at > w.created_at + interval '2 seconds'
               and (cardinality(w.event_types) = 0 or e.type = any (w.event_types))
              left join webhook.delivery d
                on d.merchant_id = e.merchant_id and d.endpoint_id = w.endpoint_id and d.event_id = e.event_id
             where d.state is distinct from 'DELIVERED'""");

    private final String rule;
    private final String sql;

    StoredCheck(String rule, String sql) {
        this.rule = rule;
        this.sql = sql;
    }

    Finding look(SandboxDatabase database) {
        List<String> differences = database.query(sql, row -> row.getString(1));
        return new Finding(rule, differences);
    }
}
