-- The notifier's own schema. Other rooms use the view delivery_attempt_list and the function redeliver, nothing else.
-- What it reads of the core's is the published view sluice.webhook_endpoint_config.

-- One row for each event and endpoint. The key makes queueing exactly-once in effect, however often Kafka delivers.
create table webhook.delivery (
    merchant_id uuid        not null,
    endpoint_id uuid        not null,
    event_id    uuid        not null,
    payment_id  uuid        not null,
    type        text        not null,
    body        text        not null,                -- the event, sent byte for byte
    traceparent text,
    state       text        not null default 'PENDING'
                check (state in ('PENDING', 'DELIVERED', 'EXHAUSTED', 'CANCELLED')),
    due_at      timestamptz,                         -- the next attempt; while leased, the end of the lease; null when concluded
    lease       uuid,                                -- who sends it now
    failures    int         not null default 0,      -- since it was queued or asked for again
    attempts    int         not null default 0,      -- that were recorded, ever
    again       boolean     not null default false,  -- asked for again while on its way
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (merchant_id, endpoint_id, event_id),
    check ((state = 'PENDING') = (due_at is not null))
) with (fillfactor = 80);
create index delivery_due on webhook.delivery (endpoint_id, due_at, event_id) where due_at is not null;
create index delivery_of_event on webhook.delivery (merchant_id, event_id);

create table webhook.attempt (
    merchant_id uuid        not null,
    endpoint_id uuid        not null,
    event_id    uuid        not null,
    attempt_no  int         not null,
    at          timestamptz not null,
    status      int,                                 -- null when there was no answer
    error       text,                                -- null when there was one
    duration_ms int         not null,
    excerpt     text,                                -- the beginning of the answer's body
    primary key (merchant_id, endpoint_id, event_id, attempt_no),
    check ((status is null) <> (error is null))
);

-- Every delivery with each of its attempts; one row with no attempt for a delivery that has had none yet.
create view webhook.delivery_attempt_list as
select d.merchant_id, d.event_id, d.endpoint_id, d.payment_id, d.type, d.state, d.attempts,
       case when d.lease is null or d.due_at <= now() then d.due_at end as next_at,
       d.lease is not null and d.due_at > now() as sending,
       d.created_at as queued_at,
       a.attempt_no, a.at, a.status, a.error, a.duration_ms, a.excerpt as response_excerpt
from webhook.delivery d
left join webhook.attempt a using (merchant_id, endpoint_id, event_id);

-- Makes the event due now at every enabled endpoint of the merchant, after success and after exhaustion too, and says
-- at how many. A delivery that is on its way at this moment is sent once more afterwards. An enabled endpoint that wants
-- the type but did not exist when the event occurred gets it as well, if the event was queued for any endpoint; an event
-- that was queued for none is not known here, and the answer is 0.
create function webhook.redeliver(merchant uuid, event uuid) returns int
language plpgsql as $$                               -- not sql: the core's view may come later than this function
declare
    made_due int;
begin
    insert into webhook.delivery as d (merchant_id, endpoint_id, event_id, payment_id, type, body, traceparent, due_at)
    select merchant, e.endpoint_id, event, known.payment_id, known.type, known.body, known.traceparent, now()
    from (select o.payment_id, o.type, o.body, o.traceparent, array_agg(o.endpoint_id) over () as had_it
          from webhook.delivery o
          where o.merchant_id = merchant and o.event_id = event
          limit 1) known
    join sluice.webhook_endpoint_config e on e.merchant_id = merchant and e.enabled
    where cardinality(e.event_types) = 0 or known.type = any (e.event_types) or e.endpoint_id = any (known.had_it)
    on conflict (merchant_id, endpoint_id, event_id) do update set
        state = 'PENDING',
        failures = 0,
        again = d.lease is not null and d.due_at > now(),
        lease = case when d.due_at > now() then d.lease end,
        due_at = case when d.lease is not null and d.due_at > now() then d.due_at else now() end,
        updated_at = now();
    get diagnostics made_due = row_count;
    return made_due;
end
$$;
