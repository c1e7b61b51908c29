-- What was collected at once and undone on its day is booked the other way round. A payment can be charged again after that, by money
-- that came late and is kept, so its entries are told apart as those of refunds are.
alter table ledger.journal_entry drop constraint journal_entry_kind_check;
alter table ledger.journal_entry add constraint journal_entry_kind_check
    check (kind in ('charge', 'charge_voided', 'conflict_held', 'conflict_released', 'conflict_given_back', 'conflict_bounced',
        'conflict_withdrawn', 'capture', 'capture_voided', 'refund', 'refund_returned'));

create unique index journal_entry_of_payment_once on ledger.journal_entry (
    merchant_id, payment_id, kind,
    (case when kind in ('charge_voided', 'conflict_held', 'conflict_released', 'conflict_given_back', 'conflict_bounced',
        'conflict_withdrawn', 'capture', 'capture_voided', 'refund', 'refund_returned') then entry_id end)) nulls not distinct;
drop index ledger.journal_entry_of_payment;
alter index ledger.journal_entry_of_payment_once rename to journal_entry_of_payment;
