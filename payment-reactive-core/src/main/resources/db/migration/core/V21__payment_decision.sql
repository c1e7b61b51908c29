-- What operators decided about payments that need people: one word an operator and version of the payment, so that a
-- decision of two people is about the same payment as both saw it.
create table sluice.payment_decision (
    merchant_id       uuid        not null,
    payment_id        uuid        not null,
    version           int         not null,
    operator          text        not null,
    decision          text        not null,
    channel_reference text,
    evidence          text        not null,
    at                timestamptz not null default now(),
    primary key (merchant_id, payment_id, version, operator)
);
