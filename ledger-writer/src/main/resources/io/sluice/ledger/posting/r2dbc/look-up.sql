-- What became of events whose statement was lost with its connection.
select c.event_id,
       case when r.event_id is not null then 'REJECTED' when e.entry_id is not null then 'POSTED' else 'CONSUMED' end as outcome
  from unnest($1::uuid[], $2::uuid[]) as asked (merchant_id, event_id)
  join ledger.consumed_event c using (merchant_id, event_id)
  left join ledger.rejected_event r using (merchant_id, event_id)
  left join ledger.journal_entry e on e.merchant_id = asked.merchant_id and e.entry_id = asked.event_id
