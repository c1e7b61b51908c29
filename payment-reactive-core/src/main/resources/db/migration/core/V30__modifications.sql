-- A refund is one kind of modification of a payment; captures and voids are the others. What each reserves stands on the
-- payment's own row, where every modification changes it with a compare-and-set on the payment's version, and the checks
-- hold whatever the code believes.

alter table sluice.refund rename to modification;
alter table sluice.modification rename column refund_id to modification_id;
alter index sluice.refund_pkey rename to modification_pkey;
alter index sluice.refund_of_payment rename to modification_of_payment;
alter index sluice.refund_due rename to modification_due;
alter table sluice.idempotency rename column refund_id to modification_id;

alter table sluice.modification
    add column kind             text    not null default 'REFUND'
        check (kind in ('CAPTURE', 'VOID', 'CAPTURE_VOID', 'REFUND')),
    add column capture_id       uuid,                        -- the capture that is voided or refunded
    add column target_reference text,                        -- the channel's own number of what is modified
    add column target_minor     bigint,                      -- all of what is modified
    add column reserved_minor   bigint,                      -- what was set aside for it on the payment
    add column last             boolean not null default true;
update sluice.modification m
    set target_minor = p.amount_minor, reserved_minor = m.amount_minor, target_reference = a.channel_reference
    from sluice.payment p, sluice.attempt a
    where p.merchant_id = m.merchant_id and p.payment_id = m.payment_id
        and a.merchant_id = m.merchant_id and a.attempt_id = m.attempt_id;
alter table sluice.modification
    alter column kind drop default,
    alter column last drop default,
    alter column target_minor set not null,
    alter column reserved_minor set not null,
    add check (reserved_minor >= amount_minor and target_minor >= amount_minor);

alter table sluice.payment
    add column capture_method         text   not null default 'AUTOMATIC' check (capture_method in ('AUTOMATIC', 'MANUAL')),
    add column authorized_minor       bigint not null default 0,
    add column capture_reserved_minor bigint not null default 0 check (capture_reserved_minor >= 0),
    add column captured_minor         bigint not null default 0 check (captured_minor >= 0);
update sluice.payment p set authorized_minor = amount_minor, captured_minor = amount_minor
    where exists (
        select from sluice.attempt a
        where a.merchant_id = p.merchant_id and a.payment_id = p.payment_id and a.state = 'SUCCEEDED');
alter table sluice.payment
    drop constraint payment_never_refunded_beyond,
    add constraint payment_never_authorized_beyond check (authorized_minor <= amount_minor),
    add constraint payment_never_captured_beyond check (capture_reserved_minor + captured_minor <= authorized_minor),
    add constraint payment_never_refunded_beyond check (refund_reserved_minor + refunded_minor <= captured_minor);
