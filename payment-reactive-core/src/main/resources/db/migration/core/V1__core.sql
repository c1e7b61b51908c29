-- The core's own schema. Every table's key begins with merchant_id or carries it, so that the schema can be
-- distributed by merchant. Ids are the 128 bits of a UUIDv7; the prefixes (pay_, att_, …) exist outside only.

create schema if not exists sluice;

-- Configuration ------------------------------------------------------------------------------------------------

-- One row; bumped in the transaction of every change below, polled by the caches of all apps.
create table sluice.config_version (only_row boolean primary key default true check (only_row), version bigint not null);
insert into sluice.config_version (version) values (1);

create table sluice.merchant (
    merchant_id        uuid        primary key,
    name               text        not null,
    test_mode          boolean     not null,
    active             boolean     not null default true,
    permits_per_second int         not null check (permits_per_second > 0),
    burst              int         not null check (burst > 0),
    created_at         timestamptz not null default now()
);

create table sluice.merchant_key (
    key_id             text        primary key,
    merchant_id        uuid        not null references sluice.merchant,
    algorithm          text        not null,
    public_key         bytea,                       -- SubjectPublicKeyInfo; null for hmac-sha256
    sealed_secret      bytea,                       -- hmac-sha256 only, sealed by the vault
    not_before         timestamptz not null,
    not_after          timestamptz,
    revoked_at         timestamptz,
    permits_per_second int,
    burst              int,
    created_at         timestamptz not null default now(),
    check ((public_key is null) <> (sealed_secret is null)),
    check ((permits_per_second is null) = (burst is null))
);
create index merchant_key_of_merchant on sluice.merchant_key (merchant_id);

create table sluice.fee_rule (
    merchant_id  uuid   not null references sluice.merchant,
    currency     text   not null,
    basis_points int    not null check (basis_points between 0 and 10000),
    fixed_minor  bigint not null check (fixed_minor >= 0),
    primary key (merchant_id, currency)
);

create table sluice.channel_account (
    account_id     uuid        primary key,
    merchant_id    uuid        not null references sluice.merchant,
    channel        text        not null,
    settings       jsonb       not null,            -- what may be read again
    sealed_secrets bytea       not null,            -- a JSON object, sealed by the vault
    enabled        boolean     not null default true,
    preference     int         not null default 0,  -- lower is tried first
    version        bigint      not null default 1,
    created_at     timestamptz not null default now()
);
create index channel_account_of_merchant on sluice.channel_account (merchant_id);

create table sluice.webhook_endpoint (
    merchant_id    uuid        not null references sluice.merchant,
    endpoint_id    uuid        not null,
    url            text        not null,
    event_types    text[]      not null,            -- empty: all
    sealed_secrets bytea       not null,            -- a JSON array of whsec_… strings, newest first, sealed
    enabled        boolean     not null default true,
    created_at     timestamptz not null default now(),
    primary key (merchant_id, endpoint_id)
);

create table sluice.audit (
    audit_id bigint generated always as identity primary key,
    at       timestamptz not null default now(),
    actor    text        not null,                  -- 'operator:<token name>' or a merchant id
    action   text        not null,                  -- 'merchant.create', 'key.revoke', …
    subject  text        not null,                  -- the id it was done to
    detail   jsonb       not null                   -- never a secret
);

-- Payments -----------------------------------------------------------------------------------------------------

create table sluice.payment (
    merchant_id       uuid        not null,
    payment_id        uuid        not null,
    merchant_order_no text        not null,
    amount_minor      bigint      not null check (amount_minor > 0),
    currency          text        not null,
    fee_minor         bigint      not null check (fee_minor >= 0),
    method            text        not null,
    description       text        not null,
    payer             text,
    metadata          text        not null,          -- a JSON object of strings
    state             text        not null,
    next_action       text,                          -- JSON
    failure_code      text,
    failure_message   text,
    version           int         not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    expires_at        timestamptz not null,
    primary key (merchant_id, payment_id)
) with (fillfactor = 80);                            -- room for the conclusion beside the acceptance (HOT)
create index payment_by_order on sluice.payment (merchant_id, merchant_order_no);

create table sluice.attempt (
    merchant_id       uuid        not null,
    attempt_id        uuid        not null,
    payment_id        uuid        not null,
    account_id        uuid        not null,
    channel           text        not null,
    state             text        not null,
    channel_reference text,
    channel_code      text,
    due_at            timestamptz,
    inquiries         int         not null default 0,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    primary key (merchant_id, attempt_id)
) with (fillfactor = 80);
create index attempt_of_payment on sluice.attempt (merchant_id, payment_id);
create index attempt_due on sluice.attempt (due_at) where due_at is not null;

create table sluice.idempotency (
    merchant_id     uuid        not null,
    route           text        not null,
    idempotency_key text        not null,
    fingerprint     bytea       not null,            -- SHA-256 of the raw body
    payment_id      uuid        not null,
    created_at      timestamptz not null,
    primary key (merchant_id, route, idempotency_key)
);

-- The event log: also the outbox. Rows are never changed or deleted; old partitions are detached.
-- Readers follow (xid, position) and stay behind the horizon, so that they never pass a transaction in flight.

-- The writing transaction's number in the log. The offset is 0 until a dump is restored into another cluster, whose
-- transactions count from the beginning again; a literal in a function, because every row written evaluates it.
create function sluice.event_xid_offset() returns bigint stable language sql return 0::bigint;
create function sluice.event_xid() returns bigint volatile language sql
    return sluice.event_xid_offset() + pg_current_xact_id()::text::bigint;
-- Every event of a transaction below it is committed and visible, or will never be.
create function sluice.event_horizon() returns bigint stable language sql
    return sluice.event_xid_offset() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint;

create table sluice.payment_event (
    position    bigint      generated always as identity,
    xid         bigint      not null default sluice.event_xid(),
    merchant_id uuid        not null,
    payment_id  uuid        not null,
    sequence    int         not null,
    event_id    uuid        not null,
    type        text        not null,
    from_state  text        not null,
    to_state    text        not null,
    reason      text        not null,
    at          timestamptz not null,
    body        text        not null,                -- the event as JSON, as everyone sees it
    traceparent text,
    primary key (merchant_id, payment_id, sequence, at)
) partition by range (at);
create index payment_event_in_commit_order on sluice.payment_event (xid, position);
create index payment_event_of_merchant on sluice.payment_event (merchant_id, event_id);
create index payment_event_of_merchant_in_commit_order on sluice.payment_event (merchant_id, xid, position);

create table sluice.relay_position (
    relay      text        primary key,
    xid        bigint      not null,
    position   bigint      not null,
    updated_at timestamptz not null
);

-- The cluster whose transaction numbers the log was last written with.
create table sluice.event_log_home (
    only_row          boolean primary key default true check (only_row),
    system_identifier bigint  not null
);
insert into sluice.event_log_home (system_identifier) select system_identifier from pg_control_system();

-- Makes a log restored from a dump go on above its own numbers, so that the relay's position and the readers' cursors
-- stay true. Does nothing, and answers false, in the cluster that wrote it. Called after every migration.
create function sluice.adopt_event_log() returns boolean language plpgsql as $$
declare
    here    bigint := (select system_identifier from pg_control_system());
    highest bigint;
begin
    perform pg_advisory_xact_lock(hashtext('sluice.adopt_event_log'));
    if exists (select from sluice.event_log_home where system_identifier = here) then
        return false;
    end if;
    select greatest(
            sluice.event_xid_offset(),
            (select coalesce(max(xid), 0) from sluice.payment_event),
            (select coalesce(max(xid), 0) from sluice.relay_position))
        into highest;
    execute format(
        'create or replace function sluice.event_xid_offset() returns bigint stable language sql return %s::bigint', highest);
    update sluice.event_log_home set system_identifier = here;
    return true;
end
$$;

-- Callbacks that were refused, and those that were taken: what came, what was made of it.
create table sluice.callback (
    account_id  uuid        not null,
    merchant_id uuid        not null,
    callback_id text        not null,                -- the channel's own id, or a digest of the body when unreadable
    received_at timestamptz not null,
    verdict     text        not null,                -- 'concluded', 'unchanged', 'mismatch', 'refused', 'ignored'
    detail      text        not null,
    attempt_id  uuid
);
create index callback_of_account on sluice.callback (account_id, callback_id);
create index callback_of_attempt on sluice.callback (merchant_id, attempt_id);

-- Creates the monthly partitions that cover [from, to]; harmless to repeat and to run concurrently.
create function sluice.ensure_event_partitions(from_time timestamptz, to_time timestamptz) returns int
language plpgsql as $$
declare
    month date := date_trunc('month', from_time at time zone 'UTC')::date;
    made  int := 0;
    name  text;
begin
    perform pg_advisory_xact_lock(hashtext('sluice.ensure_event_partitions'));
    while month <= (to_time at time zone 'UTC')::date loop
        name := 'payment_event_' || to_char(month, 'YYYY_MM');
        if to_regclass('sluice.' || name) is null then
            execute format(
                'create table sluice.%I partition of sluice.payment_event for values from (%L) to (%L)',
                name, month::timestamp at time zone 'UTC', (month + interval '1 month')::timestamp at time zone 'UTC');
            made := made + 1;
        end if;
        month := (month + interval '1 month')::date;
    end loop;
    return made;
end
$$;
select sluice.ensure_event_partitions(now() - interval '1 month', now() + interval '3 months');
