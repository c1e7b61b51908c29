-- Captures of what was held, and captures that were voided: as with refunds, a payment has several of them.
alter table ledger.journal_entry drop constraint journal_entry_kind_check;
alter table ledger.journal_entry add constraint journal_entry_kind_check
    check (kind in ('charge', 'conflict_held', 'conflict_released', 'capture', 'capture_voided', 'refund',
        'refund_returned'));

create unique index journal_entry_of_payment_once on ledger.journal_entry (
    merchant_id, payment_id, kind,
    (case when kind in ('capture', 'capture_voided', 'refund', 'refund_returned') then entry_id end)) nulls not distinct;
drop index ledger.journal_entry_of_payment;
alter index ledger.journal_entry_of_payment_once rename to journal_entry_of_payment;
