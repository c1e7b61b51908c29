-- A terminal's day and what its host said of it: with the account, the day is the batch's number. One row, one settlement.
create table sluice.batch_settlement (
    account_id           uuid        not null references sluice.channel_account,
    day                  date        not null,
    merchant_id          uuid        not null,
    batch_from           timestamptz not null,
    batch_until          timestamptz not null,
    state                text        not null check (state in ('DUE', 'ASKED', 'AGREED', 'DISAGREED', 'UPLOADED')),
    charged_minor        bigint,                                    -- ours, as they were told
    charges              int,
    refunded_minor       bigint,
    refunds              int,
    their_charged_minor  bigint,                                    -- the host's, where it disagreed
    their_charges        int,
    their_refunded_minor bigint,
    their_refunds        int,
    open                 int         not null default 0,            -- of which nobody knew when it was looked at last
    ordered_by           text,                                      -- the operator, where one did
    code                 text,
    asked                int         not null default 0,
    due_at               timestamptz,
    version              int         not null,
    created_at           timestamptz not null default now(),
    updated_at           timestamptz not null,
    primary key (account_id, day),
    check ((state = 'DUE') = (charged_minor is null)),
    check ((state in ('DISAGREED', 'UPLOADED')) = (their_charged_minor is not null)),
    check ((state in ('AGREED', 'UPLOADED')) = (due_at is null))
);

create index batch_settlement_due on sluice.batch_settlement (due_at) where due_at is not null;
create index batch_settlement_newest on sluice.batch_settlement (day desc, account_id);
