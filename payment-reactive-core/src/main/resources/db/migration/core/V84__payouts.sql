-- Payouts: money that leaves (docs/adr/022-payouts.md). What the merchant earned the ledger says; what payouts took stands here, in
-- one row a merchant and currency, which the same statement raises that makes a payout durable.

-- How far payouts go by themselves; where nothing is said, people look at each.
create table sluice.payout_terms (
    merchant_id        uuid   not null references sluice.merchant,
    currency           text   not null,
    review_above_minor bigint not null check (review_above_minor >= 0),
    primary key (merchant_id, currency)
);

create table sluice.payout_fund (
    merchant_id uuid   not null,
    currency    text   not null,
    taken_minor bigint not null check (taken_minor >= 0),
    primary key (merchant_id, currency)
) with (fillfactor = 50);

create table sluice.payout (
    merchant_id        uuid        not null,
    payout_id          uuid        not null,
    merchant_payout_no text        not null,
    amount_minor       bigint      not null check (amount_minor > 0),
    currency           text        not null,
    payee_type         text        not null,
    payee_masked       text        not null,
    sealed_beneficiary bytea       not null,             -- sealed by the vault, under a key of its own
    purpose            text        not null,
    account_id         uuid        not null,
    channel            text        not null,
    state              text        not null check (state in (
        'REVIEW', 'RESERVED', 'SENT', 'ACCEPTED', 'UNKNOWN', 'MANUAL', 'SUCCEEDED', 'FAILED', 'RETURNED')),
    failure_code       text,
    failure_message    text,
    channel_reference  text,
    channel_code       text,
    due_at             timestamptz,
    inquiries          int         not null default 0,
    version            int         not null,
    created_version    int         not null,             -- what a repeated request is answered: as it was made,
    answered_version   int,                              -- or as it was first concluded
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    primary key (merchant_id, payout_id)
) with (fillfactor = 80);
create index payout_by_number on sluice.payout (merchant_id, merchant_payout_no);
create index payout_due on sluice.payout (due_at) where due_at is not null;

-- Who agreed: to a review, or to what the channel's own books say.
create table sluice.payout_approval (
    merchant_id uuid        not null,
    payout_id   uuid        not null,
    question    text        not null check (question in ('review', 'paid', 'not_paid')),
    operator    text        not null,
    at          timestamptz not null,
    primary key (merchant_id, payout_id, question, operator)
);

-- A key belongs to what it made: a payment, something about a payment, or a payout.
alter table sluice.idempotency
    alter column payment_id drop not null,
    add column payout_id uuid,
    add check ((payment_id is null) <> (payout_id is null));

-- What is on its way back to payers and not yet booked.
create index modification_giving_back on sluice.modification (merchant_id, currency)
    where kind in ('REFUND', 'CAPTURE_VOID', 'CHARGE_VOID') and state in ('SENT', 'PROCESSING', 'UNKNOWN', 'ABNORMAL', 'MANUAL');

-- What payouts may take in all: what the books say was earned, less what is on its way back. Volatile, so that who waited for
-- the fund's row sees what is true now. The ledger's schema is looked for when it is called: it fails where there are no books.
create function sluice.payout_ceiling(of_merchant uuid, of_currency text) returns bigint language plpgsql as $$
begin
    return coalesce((
            select e.earned_minor from ledger.merchant_earnings e
            where e.merchant_id = of_merchant and e.currency = of_currency), 0)
        - coalesce((
            select sum(m.amount_minor) from sluice.modification m
            where m.merchant_id = of_merchant and m.currency = of_currency and not m.gives_back
                and m.kind in ('REFUND', 'CAPTURE_VOID', 'CHARGE_VOID')
                and m.state in ('SENT', 'PROCESSING', 'UNKNOWN', 'ABNORMAL', 'MANUAL')), 0);
end
$$;
