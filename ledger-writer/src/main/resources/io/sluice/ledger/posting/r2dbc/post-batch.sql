-- Posts a batch of events: one statement, one transaction, one answer an event.
-- Rows are inserted in the order of their keys, and tables in the same order by every statement, so that two writers that
-- meet wait for each other and do not deadlock.
with event as materialized (
    -- The same event twice in one batch is one event.
    select distinct on (e.merchant_id, e.event_id) e.*
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[])
           with ordinality as e (merchant_id, event_id, payment_id, at, sequence, type, reason, body, no)
     order by e.merchant_id, e.event_id, e.no
),
consumed as (
    -- What decides: a second writer with the same event waits here for the first one's end, then inserts nothing.
    insert into ledger.consumed_event (merchant_id, event_id)
    select merchant_id, event_id from event order by merchant_id, event_id
        on conflict do nothing
    returning merchant_id, event_id
),
fresh as materialized (
    select event.* from consumed join event using (merchant_id, event_id)
),
rejected as (
    insert into ledger.rejected_event (merchant_id, event_id, payment_id, sequence, type, reason, body, at)
    select merchant_id, event_id, payment_id, sequence, type, reason, body, at::timestamptz from fresh where reason <> ''
),
candidate as materialized (
    select c.no, c.standing, c.kind, e.no as event_no, e.merchant_id, e.event_id, e.payment_id, e.at
      from unnest($9::int[], $10::text[], $11::text[]) with ordinality as c (event_no, standing, kind, no)
      join event e on e.no = c.event_no
),
held as materialized (
    -- Payments whose money is in suspense, and since which event of this batch: 0 where the books have the entry.
    select payment_id, merchant_id, min(since) as since
      from (select payment_id, merchant_id, 0 as since
              from ledger.journal_entry where kind = 'conflict_held' and payment_id = any ($3::uuid[])
            union all
            select payment_id, merchant_id, event_no from candidate where kind = 'conflict_held') as holding
     group by payment_id, merchant_id
),
entry as materialized (
    select c.* from candidate c left join held h on h.payment_id = c.payment_id and h.merchant_id = c.merchant_id
     where c.event_no in (select no from fresh)
       and c.standing = case when h.since <= c.event_no then 'HELD_IN_SUSPENSE' else 'NOTHING_BOOKED' end
),
line as materialized (
    select e.merchant_id, e.event_id as entry_id, l.line_no, l.account, l.account_type, l.currency, l.side, l.amount_minor
      from unnest($12::int[], $13::int[], $14::text[], $15::text[], $16::text[], $17::text[], $18::bigint[])
           as l (entry_no, line_no, account, account_type, currency, side, amount_minor)
      join entry e on e.no = l.entry_no
),
new_entry as (
    insert into ledger.journal_entry (merchant_id, entry_id, payment_id, kind, occurred_at)
    select merchant_id, event_id, payment_id, kind, at::timestamptz from entry order by merchant_id, event_id
),
new_line as (
    insert into ledger.journal_line (merchant_id, entry_id, line_no, account, currency, side, amount_minor)
    select merchant_id, entry_id, line_no, account, currency, side, amount_minor from line
),
new_account as (
    insert into ledger.account (merchant_id, account, currency, type)
    select distinct merchant_id, account, currency, account_type from line order by 1, 2, 3
        on conflict do nothing
),
new_balance as (
    -- The batch's own sums first, so that an account of many payments is one update.
    insert into ledger.balance as b (merchant_id, account, currency, debit_minor, credit_minor)
    select merchant_id, account, currency,
           coalesce(sum(amount_minor) filter (where side = 'DEBIT'), 0)::bigint,
           coalesce(sum(amount_minor) filter (where side = 'CREDIT'), 0)::bigint
      from line group by merchant_id, account, currency order by merchant_id, account, currency
        on conflict (merchant_id, account, currency) do update
       set debit_minor = b.debit_minor + excluded.debit_minor, credit_minor = b.credit_minor + excluded.credit_minor
)
select f.no::int as event_no,
       case when f.reason <> '' then 'REJECTED'
            when f.no in (select event_no from entry) then 'POSTED'
            else 'CONSUMED' end as outcome
  from fresh f
