-- Routing. How an attempt was routed stands in the event that tells of it, written by the same statement: the snapshot and
-- the decision, without what the event's body and the configuration's version say already.
alter table sluice.payment_event add column routing text;

-- Configurations are kept as they were, so that a decision can be taken again; the highest version of a merchant holds.
create table sluice.routing_configuration (
    merchant_id uuid        not null references sluice.merchant,
    version     int         not null,
    document    text        not null,
    created_at  timestamptz not null default now(),
    primary key (merchant_id, version)
);

-- What operators turned off: a row is off, no row is on.
create table sluice.switch (
    kind     text        not null,                  -- 'channel', 'account', 'method', 'feature'
    name     text        not null,
    reason   text        not null,
    actor    text        not null,
    since    timestamptz not null default now(),
    primary key (kind, name)
);

-- Each recorded decision with what it was taken on.
create view sluice.routing_record as
select e.merchant_id, e.payment_id, e.sequence, e.at, e.body, e.routing, c.version, c.document
from sluice.payment_event e
left join sluice.routing_configuration c
    on c.merchant_id = e.merchant_id and c.version = (e.routing::json ->> 'cfg')::int
where e.routing is not null;
