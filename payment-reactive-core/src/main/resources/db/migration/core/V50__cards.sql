-- Payers' cards, one for each attempt that charges one, written before its channel is called. A row without a card says that
-- the attempt was given up before it had one, and must never be sent.
create table sluice.attempt_card (
    attempt_id   uuid        primary key,
    sealed       bytea,                             -- number and expiry, sealed by the vault
    blind_index  bytea,                             -- HMAC of the number
    masked       text,                              -- its first six digits and last four
    created_at   timestamptz not null default now()
);

create index attempt_card_by_number on sluice.attempt_card (blind_index);

-- The key of the blind index, sealed by the vault.
create table sluice.card_index_key (
    single  boolean primary key default true check (single),
    sealed  bytea   not null
);
