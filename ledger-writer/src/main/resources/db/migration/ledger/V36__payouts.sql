-- Payouts. What they take of what a merchant is due stands on an account of its own against merchant_payable: what was earned
-- holds nothing of them, so the core can take its own, newer sum of payouts off it and none counts twice.
alter table ledger.journal_entry drop constraint journal_entry_kind_check;
alter table ledger.journal_entry add constraint journal_entry_kind_check
    check (kind in ('charge', 'charge_voided', 'conflict_held', 'conflict_released', 'conflict_given_back', 'conflict_bounced', 'conflict_withdrawn',
        'capture', 'capture_voided', 'refund', 'refund_returned', 'payout_reserved', 'payout_paid', 'payout_released',
        'payout_returned'));

create or replace view ledger.merchant_balance as
select b.merchant_id, b.currency, (sum(b.credit_minor) - sum(b.debit_minor))::bigint as due_minor
  from ledger.balance b
 where b.account like 'merchant\_payable:%' or b.account like 'merchant\_paid\_out:%'
 group by b.merchant_id, b.currency;

-- What a merchant earned, whatever was paid out of it.
create view ledger.merchant_earnings as
select b.merchant_id, b.currency, (b.credit_minor - b.debit_minor)::bigint as earned_minor
  from ledger.balance b
 where b.account like 'merchant\_payable:%';
