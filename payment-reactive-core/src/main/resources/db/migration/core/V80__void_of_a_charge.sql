-- What was collected at once can be undone as a whole, where its channel does that: a kind of its own, which reserves what a refund of
-- all of it would.
alter table sluice.modification drop constraint modification_kind_check;
alter table sluice.modification add constraint modification_kind_check
    check (kind in ('CAPTURE', 'VOID', 'CAPTURE_VOID', 'CHARGE_VOID', 'REFUND'));

-- One attempt's charge is undone once, unless that failed.
create unique index modification_voids_charge_once on sluice.modification (merchant_id, attempt_id)
    where kind = 'CHARGE_VOID' and state <> 'FAILED';
