-- Refunds, and refunds that bounced. A payment has several of them, so they are told apart by their entries; what happens to a
-- payment once is still held to be booked once, by the same index that finds a payment's entries.
alter table ledger.journal_entry drop constraint journal_entry_kind_check;
alter table ledger.journal_entry add constraint journal_entry_kind_check
    check (kind in ('charge', 'conflict_held', 'conflict_released', 'refund', 'refund_returned'));

create unique index journal_entry_of_payment on ledger.journal_entry (
    merchant_id, payment_id, kind, (case when kind in ('refund', 'refund_returned') then entry_id end)) nulls not distinct;
alter table ledger.journal_entry drop constraint journal_entry_merchant_id_payment_id_kind_key;
