-- The books. Every table's key begins with merchant_id, so that the schema can be distributed by merchant. Journal entries
-- and their lines are written once and never changed; what was wrong is put right by a further entry.

create schema if not exists ledger;

-- Events whose effect is in the books, or which have none. Written in the transaction of the effect: whoever delivers an
-- event twice finds it here and changes nothing.
create table ledger.consumed_event (
    merchant_id uuid        not null,
    event_id    uuid        not null,
    consumed_at timestamptz not null default now(),
    primary key (merchant_id, event_id)
);

-- Events that could not be booked, for people to look at. They are consumed, so that nothing behind them waits.
create table ledger.rejected_event (
    merchant_id uuid        not null,
    event_id    uuid        not null,
    payment_id  uuid        not null,
    sequence    int         not null,
    type        text        not null,
    reason      text        not null,
    body        text        not null,
    at          timestamptz not null,
    rejected_at timestamptz not null default now(),
    primary key (merchant_id, event_id)
);

create table ledger.account (
    merchant_id uuid        not null,
    account     text        not null,                -- 'merchant_payable:mer_…', see docs/ledger.md
    currency    text        not null,
    type        text        not null check (type in ('ASSET', 'LIABILITY', 'INCOME')),
    opened_at   timestamptz not null default now(),
    primary key (merchant_id, account, currency)
);

-- The sums of an account's lines, kept with them in one transaction. One row an account, so it is updated in place:
-- the free space keeps those updates on their page, and no index beyond the key has to follow them.
create table ledger.balance (
    merchant_id  uuid   not null,
    account      text   not null,
    currency     text   not null,
    debit_minor  bigint not null check (debit_minor >= 0),
    credit_minor bigint not null check (credit_minor >= 0),
    primary key (merchant_id, account, currency)
) with (fillfactor = 50);

create table ledger.journal_entry (
    merchant_id uuid        not null,
    entry_id    uuid        not null,                -- the event's own id: an event makes at most one entry
    payment_id  uuid        not null,
    kind        text        not null check (kind in ('charge', 'conflict_held', 'conflict_released')),
    occurred_at timestamptz not null,
    posted_at   timestamptz not null default now(),
    primary key (merchant_id, entry_id),
    -- A payment is charged once, held once, released once, whatever events say.
    unique (merchant_id, payment_id, kind)
);
-- Conflicts are rare, so this stays tiny: asking it costs the statement that posts a batch nearly nothing.
create index journal_entry_in_conflict on ledger.journal_entry (payment_id, merchant_id) where kind = 'conflict_held';

create table ledger.journal_line (
    merchant_id  uuid     not null,
    entry_id     uuid     not null,
    line_no      smallint not null,                  -- from 1 without gaps
    account      text     not null,
    currency     text     not null,
    side         text     not null check (side in ('DEBIT', 'CREDIT')),
    amount_minor bigint   not null check (amount_minor > 0),
    primary key (merchant_id, entry_id, line_no)
);

-- What no program and no operator can do by mistake ------------------------------------------------------------------

-- A payment's story in the books is evidence. An update or a delete would change it without a trace, so both are refused,
-- for every role, also when no row would be touched; truncate goes round row triggers, so this one is per statement.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'ledger.% is written once: % is refused; post a further entry that puts it right', tg_table_name, lower(tg_op)
        using errcode = 'restrict_violation';
end
$$;
create trigger journal_entry_is_immutable before update or delete or truncate on ledger.journal_entry
    for each statement execute function ledger.refuse_change();
create trigger journal_line_is_immutable before update or delete or truncate on ledger.journal_line
    for each statement execute function ledger.refuse_change();

-- Every entry's lines arrive in one statement, number from 1, belong to an entry that exists and balance per currency. Looking at a whole
-- statement's lines at once costs a batch one query where a foreign key and a constraint trigger would cost one each a line. As
-- line 1 of an entry exists once, nothing can be added to an entry later. The settings keep the check on the key's
-- index: a plan made while the table was small would go on reading all of it.
create function ledger.require_whole_entries() returns trigger language plpgsql
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
    wrong record;
begin
    select l.merchant_id, l.entry_id, l.currency, l.difference into wrong
      from (select merchant_id, entry_id, currency,
                   sum(case side when 'DEBIT' then amount_minor else -amount_minor end) as difference
              from new_line group by merchant_id, entry_id, currency) l
     where l.difference <> 0 limit 1;
    if found then
        raise exception 'entry % does not balance: its debits exceed its credits by % minor units of %; post lines that sum to zero per currency',
            wrong.entry_id, wrong.difference, wrong.currency using errcode = 'check_violation';
    end if;
    select l.entry_id into wrong
      from (select merchant_id, entry_id, min(line_no) as first_no, max(line_no) as last_no, count(*) as lines
              from new_line group by merchant_id, entry_id) l
     where l.first_no <> 1 or l.last_no <> l.lines
        or not exists (select from ledger.journal_entry e where e.merchant_id = l.merchant_id and e.entry_id = l.entry_id)
     limit 1;
    if found then
        raise exception 'the lines of entry % are not a whole entry: all lines of an entry are posted at once, after the entry or with it, numbered from 1',
            wrong.entry_id using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create trigger journal_line_makes_whole_entries after insert on ledger.journal_line
    referencing new table as new_line for each statement execute function ledger.require_whole_entries();

-- What other rooms may read ------------------------------------------------------------------------------------------

-- What is due to a merchant: everything taken for it, less fees.
create view ledger.merchant_balance as
select b.merchant_id, b.currency, (sum(b.credit_minor) - sum(b.debit_minor))::bigint as due_minor
  from ledger.balance b
 where b.account like 'merchant\_payable:%'
 group by b.merchant_id, b.currency;

-- Debits equal credits in each currency, or the books are wrong.
create view ledger.trial_balance as
select b.currency, a.type as account_type, sum(b.debit_minor) as debit_minor, sum(b.credit_minor) as credit_minor
  from ledger.balance b
  join ledger.account a using (merchant_id, account, currency)
 group by b.currency, a.type;

-- A payment's entries, line by line.
create view ledger.payment_entries as
select e.merchant_id, e.payment_id, e.entry_id, e.entry_id as event_id, e.kind, e.occurred_at, e.posted_at,
       l.line_no, l.account, a.type as account_type, l.side, l.amount_minor, l.currency
  from ledger.journal_entry e
  join ledger.journal_line l using (merchant_id, entry_id)
  join ledger.account a using (merchant_id, account, currency);

-- Accounts whose balance is not the sum of their lines: always empty. It reads every line, so it is for audits.
create view ledger.misstated_balance as
select merchant_id, account, currency,
       coalesce(b.debit_minor, 0) as debit_minor, coalesce(b.credit_minor, 0) as credit_minor,
       coalesce(l.debit_minor, 0) as debit_lines_minor, coalesce(l.credit_minor, 0) as credit_lines_minor
  from ledger.balance b
  full join (select merchant_id, account, currency,
                    coalesce(sum(amount_minor) filter (where side = 'DEBIT'), 0) as debit_minor,
                    coalesce(sum(amount_minor) filter (where side = 'CREDIT'), 0) as credit_minor
               from ledger.journal_line group by merchant_id, account, currency) l
       using (merchant_id, account, currency)
 where (b.debit_minor, b.credit_minor) is distinct from (l.debit_minor::bigint, l.credit_minor::bigint);

-- Events that wait for people.
create view ledger.rejected_event_list as
select merchant_id, event_id, payment_id, sequence, type, reason, at, rejected_at from ledger.rejected_event;
