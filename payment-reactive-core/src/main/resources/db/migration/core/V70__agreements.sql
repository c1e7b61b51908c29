-- Payers' agreements to be charged again. Card and telephone number stand here, enveloped, while an agreement is pending and no
-- longer; codes never do. Each transition is a row of its own, written by the statement that makes it.
create table sluice.agreement (
    merchant_id     uuid        not null references sluice.merchant,
    agreement_id    uuid        not null,
    account_id      uuid        not null,            -- the channel account that signed it, and no other
    channel         text        not null,
    method          text        not null,
    masked_card     text        not null,            -- its first six digits and last four
    state           text        not null
        check (state in ('PENDING', 'ACTIVE', 'REVOKING', 'REVOKED', 'FAILED', 'EXPIRED')),
    step            text        not null
        check (step in ('REQUESTING', 'AWAITING_CODE', 'CONFIRMING', 'REVOKING', 'NONE')),
    call            text        not null,            -- the number of the last call about it
    called_at       timestamptz not null,
    wrong_codes     int         not null check (wrong_codes between 0 and 3),
    next_action     text,                            -- JSON
    code            text,                            -- the channel's last word, or ours
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    changed_at      timestamptz not null,
    version         int         not null,
    due_at          timestamptz,                     -- when somebody is to look after it; null when nobody is
    looks           int         not null default 0,  -- since the last transition
    sealed_payer    bytea       check (sealed_payer is null or state = 'PENDING'),
    sealed_token    bytea,
    idempotency_key text        not null,
    fingerprint     bytea       not null,            -- HMAC of the request
    primary key (merchant_id, agreement_id),
    unique (merchant_id, idempotency_key),
    check (state not in ('ACTIVE', 'REVOKING') or sealed_token is not null)
);

create index agreement_due on sluice.agreement (due_at) where due_at is not null;

create table sluice.agreement_event (
    merchant_id  uuid        not null,
    agreement_id uuid        not null,
    sequence     int         not null,               -- the agreement's version after it
    type         text        not null,
    occurred_at  timestamptz not null,
    document     jsonb       not null,               -- the agreement after it, as merchants are shown it
    primary key (merchant_id, agreement_id, sequence),
    foreign key (merchant_id, agreement_id) references sluice.agreement
);
