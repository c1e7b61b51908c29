-- What came twice or too late is held each time it comes, and given back, or kept: a payment can be in conflict more than once,
-- so its entries of conflicts are told apart as those of refunds are.
alter table ledger.journal_entry drop constraint journal_entry_kind_check;
alter table ledger.journal_entry add constraint journal_entry_kind_check
    check (kind in ('charge', 'conflict_held', 'conflict_released', 'conflict_given_back', 'conflict_bounced', 'capture',
        'capture_voided', 'refund', 'refund_returned'));

create unique index journal_entry_of_payment_once on ledger.journal_entry (
    merchant_id, payment_id, kind,
    (case when kind in ('conflict_held', 'conflict_released', 'conflict_given_back', 'conflict_bounced', 'capture',
        'capture_voided', 'refund', 'refund_returned') then entry_id end)) nulls not distinct;
drop index ledger.journal_entry_of_payment;
alter index ledger.journal_entry_of_payment_once rename to journal_entry_of_payment;
