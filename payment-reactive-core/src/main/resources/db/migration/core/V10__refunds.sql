-- Refunds. What is reserved and refunded stands on the payment's own row: every refund changes it with a compare-and-set
-- on the payment's version, and the check holds whatever the code believes.

alter table sluice.payment
    add column refund_reserved_minor bigint not null default 0 check (refund_reserved_minor >= 0),
    add column refunded_minor        bigint not null default 0 check (refunded_minor >= 0),
    add constraint payment_never_refunded_beyond check (refund_reserved_minor + refunded_minor <= amount_minor);

create table sluice.refund (
    merchant_id       uuid        not null,
    refund_id         uuid        not null,
    payment_id        uuid        not null,
    attempt_id        uuid        not null,          -- the attempt that took the money
    account_id        uuid        not null,
    channel           text        not null,
    amount_minor      bigint      not null check (amount_minor > 0),
    currency          text        not null,
    reason            text,
    state             text        not null,
    failure_code      text,
    failure_message   text,
    channel_reference text,
    channel_code      text,
    due_at            timestamptz,
    inquiries         int         not null default 0,
    version           int         not null,
    created_sequence  int         not null,          -- the events that tell of its creation and of its first conclusion
    answered_sequence int,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    primary key (merchant_id, refund_id)
) with (fillfactor = 80);
create index refund_of_payment on sluice.refund (merchant_id, payment_id, refund_id);
create index refund_due on sluice.refund (due_at) where due_at is not null;

-- A key belongs to what it made: a payment, or a refund of that payment.
alter table sluice.idempotency add column refund_id uuid;
