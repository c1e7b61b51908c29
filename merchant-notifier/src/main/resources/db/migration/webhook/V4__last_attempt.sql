-- The last attempt stands with its delivery, and webhook.attempt keeps those before it: what is delivered at once, as most
-- is, is one row. Deliveries from before have all their attempts there and no last one here, until they are sent again.
alter table webhook.delivery
    add column last_at          timestamptz,
    add column last_status      int,
    add column last_error       text,
    add column last_duration_ms int,
    add column last_excerpt     text,
    add check (last_at is null or (last_status is null) <> (last_error is null));

create or replace view webhook.delivery_attempt_list as
select d.merchant_id, d.event_id, d.endpoint_id, d.payment_id, d.type, d.state, d.attempts,
       case when d.lease is null or d.due_at <= now() then d.due_at end as next_at,
       d.lease is not null and d.due_at > now() as sending,
       d.created_at as queued_at,
       a.attempt_no, a.at, a.status, a.error, a.duration_ms, a.excerpt as response_excerpt
from webhook.delivery d
left join lateral (
    select e.attempt_no, e.at, e.status, e.error, e.duration_ms, e.excerpt
    from webhook.attempt e
    where e.merchant_id = d.merchant_id and e.endpoint_id = d.endpoint_id and e.event_id = d.event_id
    union all
    select d.attempts, d.last_at, d.last_status, d.last_error, d.last_duration_ms, d.last_excerpt
    where d.last_at is not null) a on true;
