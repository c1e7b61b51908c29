-- The lines' entries are looked up one by one by their key. Asked by "not exists" beside an "or", the planner was free to read all
-- entries into a hash instead, which no setting forbids, and did for a batch of hundreds on a table that was small when it looked:
-- the plan is kept, and so every later batch read the whole journal. A join has only the index left.
create or replace function ledger.require_whole_entries() returns trigger language plpgsql
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
      left join ledger.journal_entry e on e.merchant_id = l.merchant_id and e.entry_id = l.entry_id
     where l.first_no <> 1 or l.last_no <> l.lines or e.entry_id is null
     limit 1;
    if found then
        raise exception 'the lines of entry % are not a whole entry: all lines of an entry are posted at once, after the entry or with it, numbered from 1',
            wrong.entry_id using errcode = 'check_violation';
    end if;
    return null;
end
$$;
