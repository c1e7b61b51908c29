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
    LAST_EVENT_IS_MODIFICATION_STATE("the last event of a capture, a void or a refund tells its state", """
            select m.kind || ' ' || m.modification_id || ' is ' || m.state || ', its last event says ' || coalesce(e.to_state, 'nothing')
              from sluice.modification m left join lateral (
                   select to_state from sluice.payment_event e
                    where e.merchant_id = m.merchant_id and e.payment_id = m.payment_id and e.type not like 'payment.%'
                      and right(e.body::json -> 'data' -> split_part(e.type, '.', 1) ->> 'id', 32)
                          = replace(m.modification_id::text, '-', '')
                    order by sequence desc limit 1) e on true
             where e.to_state is distinct from m.state"""),
    NEVER_MOVED_BEYOND(
            "no payment is captured beyond its authorization or refunded beyond its captures, and its sums are theirs",
            """
            select 'pay_' || replace(p.payment_id::text, '-', '') || ' says (captures reserved, done; refunds reserved, done) '
                   || concat_ws(', ', p.capture_reserved_minor, p.captured_minor, p.refund_reserved_minor, p.refunded_minor)
                   || ', its captures, voids and refunds say '
                   || concat_ws(', ', m.capture_reserved, m.captured, m.refund_reserved, m.refunded)
              from sluice.payment p cross join lateral (
                   select coalesce(sum(reserved_minor) filter (where open and kind in ('CAPTURE', 'VOID')), 0) as capture_reserved,
                          coalesce(sum(amount_minor) filter (where done and kind = 'CAPTURE'), 0)
                          - coalesce(sum(amount_minor) filter (where done and kind = 'CAPTURE_VOID'), 0) as captured,
                          coalesce(sum(reserved_minor) filter (where open and kind in ('REFUND', 'CAPTURE_VOID', 'CHARGE_VOID')), 0)
                          as refund_reserved,
                          coalesce(sum(amount_minor) filter (where done and kind = 'REFUND'), 0) as refunded
                     from (select case when gives_back then 'GIVE_BACK' else kind end as kind,
                                  amount_minor, reserved_minor, state = 'SUCCEEDED' as done,
                                  state not in ('SUCCEEDED', 'FAILED', 'RETURNED') as open
                             from sluice.modification m
                            where m.merchant_id = p.merchant_id and m.payment_id = p.payment_id) own) m
             where p.capture_reserved_minor + p.captured_minor > p.authorized_minor or p.authorized_minor > p.amount_minor
                or p.refund_reserved_minor + p.refunded_minor > p.captured_minor
                or p.capture_reserved_minor <> m.capture_reserved or p.refund_reserved_minor <> m.refund_reserved
                or p.refunded_minor <> m.refunded
                or p.captured_minor <> case when p.capture_method = 'MANUAL' then m.captured else p.captured_minor end"""),
    CONFLICTS_ARE_HELD(
            "what came twice or too late is in suspense until it is kept, given back or found not to have come, payment by payment",
            """
            select 'pay_' || replace(p.payment_id::text, '-', '') || ', ' || p.state || ', says that ' || p.conflicted_minor
                   || ' is in conflict and ' || p.give_back_reserved_minor || ' of it on its way back; its charges say '
                   || a.charges * p.amount_minor - p.captured_minor || ' of ' || a.charges || ', its refunds '
                   || m.reserved || ' on its way and ' || m.done || ' back, the ledger holds '
                   || coalesce(l.held, 0) || ' and booked ' || coalesce(l.returned, 0) || ' back'
              from sluice.payment p cross join lateral (
                   select count(*) filter (where state = 'SUCCEEDED' and outcome_code is distinct from 'given_back') as charges
                     from sluice.attempt a
                    where a.merchant_id = p.merchant_id and a.payment_id = p.payment_id) a cross join lateral (
                   select coalesce(sum(amount_minor) filter (where state = 'SUCCEEDED'), 0) as done,
                          coalesce(sum(reserved_minor) filter (where state not in ('SUCCEEDED', 'FAILED', 'RETURNED')), 0)
                          as reserved
                     from sluice.modification m
                    where m.merchant_id = p.merchant_id and m.payment_id = p.payment_id and m.gives_back) m left join (
                   select merchant_id, payment_id,
                          sum(case side when 'CREDIT' then amount_minor else -amount_minor end)
                              filter (where account = 'conflict_suspense') as held,
                          sum(case side when 'CREDIT' then amount_minor else -amount_minor end)
                              filter (where account like 'channel_receivable:%'
                                            and kind in ('conflict_given_back', 'conflict_bounced')) as returned
                     from ledger.payment_entries where kind like 'conflict%'
                    group by merchant_id, payment_id) l using (merchant_id, payment_id)
             where p.capture_method = 'AUTOMATIC'
               and (p.conflicted_minor <> a.charges * p.amount_minor - p.captured_minor
                    or p.give_back_reserved_minor <> m.reserved
                    or (p.conflicted_minor, m.done) is distinct from (coalesce(l.held, 0), coalesce(l.returned, 0)))"""),
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
    CAPTURED_IS_BOOKED("what was captured is booked, payment by payment, with its part of the fee", """
            select 'pay_' || replace(p.payment_id::text, '-', '') || ' captured ' || p.captured_minor || ' of ' || p.amount_minor
                   || ' with a fee of ' || p.fee_minor || ', and is booked as ' || coalesce(l.amount, 0) || ' with a fee of '
                   || coalesce(l.fee, 0)
              from sluice.payment p left join (
                   select payment_id, currency,
                          sum(case side when 'DEBIT' then amount_minor else -amount_minor end)
                              filter (where account like 'channel_receivable:%' or account = 'conflict_suspense') as amount,
                          sum(case side when 'CREDIT' then amount_minor else -amount_minor end)
                              filter (where account like 'fee_income%') as fee
                     from ledger.payment_entries where kind in ('charge', 'charge_voided', 'conflict_released', 'capture', 'capture_voided')
                    group by payment_id, currency) l
                using (payment_id, currency)
             where (p.state in ('SUCCEEDED', 'REVERSED') or p.capture_method = 'MANUAL')
               and (p.captured_minor, p.fee_minor * p.captured_minor / p.amount_minor)
                   is distinct from (coalesce(l.amount, 0), coalesce(l.fee, 0))"""),
    BOOKED_SUCCEEDED("nothing is booked for a payment of which nothing was captured", """
            select 'pay_' || replace(e.payment_id::text, '-', '') || ' is booked and ' || coalesce(p.state, 'unknown')
              from (select distinct payment_id from ledger.payment_entries where kind in ('charge', 'capture')) e
              left join sluice.payment p using (payment_id)
             where coalesce(p.state, '') not in ('SUCCEEDED', 'CONFLICTED', 'REVERSED', 'AUTHORIZED', 'PARTIALLY_CAPTURED')"""),
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
