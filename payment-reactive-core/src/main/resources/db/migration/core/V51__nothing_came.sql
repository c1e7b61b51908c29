-- As what an attempt was over when its channel said "paid" after all: where people find that nothing came, it is that again.
alter table sluice.attempt
    add column over_before text check (over_before in ('DECLINED', 'NOT_SENT', 'ABSENT', 'REVERSED'));

-- What waits for people already is told by the last event that knew the attempt as over.
update sluice.attempt a
    set over_before = (
        select said ->> 'state'
        from sluice.payment_event e
        cross join json_array_elements(e.body::json -> 'data' -> 'payment' -> 'attempts') said
        where e.merchant_id = a.merchant_id and e.payment_id = a.payment_id
            and said ->> 'id' = 'att_' || replace(a.attempt_id::text, '-', '')
            and said ->> 'state' in ('DECLINED', 'NOT_SENT', 'ABSENT', 'REVERSED')
        order by e.sequence desc limit 1)
    where a.state = 'SUCCEEDED'
        and exists (
            select from sluice.payment p
            where p.merchant_id = a.merchant_id and p.payment_id = a.payment_id and p.state = 'CONFLICTED');
