-- Money that came twice or too late stands apart from what was captured until it is decided whose it is: it is kept, or given
-- back by a refund of the attempt that took it. The checks hold whatever the code believes.

alter table sluice.payment
    add column conflicted_minor         bigint not null default 0,
    add column give_back_reserved_minor bigint not null default 0 check (give_back_reserved_minor >= 0);

-- What succeeded before its conflict was captured once; what came besides is in conflict.
update sluice.payment p
    set conflicted_minor = p.amount_minor * c.charges - c.captured, captured_minor = c.captured, authorized_minor = c.captured
    from (
        select q.merchant_id, q.payment_id,
            (select count(*) from sluice.attempt a
                where a.merchant_id = q.merchant_id and a.payment_id = q.payment_id and a.state = 'SUCCEEDED') as charges,
            case when exists (
                    select from sluice.payment_event e
                    where e.merchant_id = q.merchant_id and e.payment_id = q.payment_id and e.type = 'payment.succeeded')
                then q.amount_minor else 0 end as captured
        from sluice.payment q where q.state = 'CONFLICTED') c
    where p.merchant_id = c.merchant_id and p.payment_id = c.payment_id;

alter table sluice.payment
    add constraint payment_never_given_back_beyond check (give_back_reserved_minor <= conflicted_minor);

alter table sluice.modification add column gives_back boolean not null default false check (not gives_back or kind = 'REFUND');

-- One attempt's money goes back once, unless that failed or bounced.
create unique index modification_gives_back_once on sluice.modification (merchant_id, attempt_id)
    where gives_back and state not in ('FAILED', 'RETURNED');
