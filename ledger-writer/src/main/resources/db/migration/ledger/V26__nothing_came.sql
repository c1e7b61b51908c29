-- What was held in suspense and never came, by the channel's own books, is taken out of it again.
alter table ledger.journal_entry drop constraint journal_entry_kind_check;
alter table ledger.journal_entry add constraint journal_entry_kind_check
    check (kind in ('charge', 'conflict_held', 'conflict_released', 'conflict_given_back', 'conflict_bounced', 'conflict_withdrawn',
        'capture', 'capture_voided', 'refund', 'refund_returned'));

create unique index journal_entry_of_payment_once on ledger.journal_entry (
    merchant_id, payment_id, kind,
    (case when kind in ('conflict_held', 'conflict_released', 'conflict_given_back', 'conflict_bounced', 'conflict_withdrawn',
        'capture', 'capture_voided', 'refund', 'refund_returned') then entry_id end)) nulls not distinct;
drop index ledger.journal_entry_of_payment;
alter index ledger.journal_entry_of_payment_once rename to journal_entry_of_payment;
