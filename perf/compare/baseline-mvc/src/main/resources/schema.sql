create table if not exists payment (
    payment_id        uuid        primary key,
    idempotency_key   text        not null unique,
    fingerprint       bytea       not null,
    merchant_order_no text        not null,
    amount_minor      bigint      not null check (amount_minor > 0),
    currency          text        not null,
    method            text        not null,
    description       text        not null,
    state             text        not null,
    channel_reference text,
    created_at        timestamptz not null,
    updated_at        timestamptz not null
) with (fillfactor = 80);

create table if not exists outbox (
    position   bigint      generated always as identity primary key,
    payment_id uuid        not null,
    type       text        not null,
    at         timestamptz not null,
    body       text        not null
);
