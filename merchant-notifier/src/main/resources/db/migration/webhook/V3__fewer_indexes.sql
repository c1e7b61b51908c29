-- The key led by the event serves those who ask by event as well, so that a delivery is in one index less each time it is written.
alter table webhook.delivery drop constraint delivery_pkey;
alter table webhook.delivery add primary key (merchant_id, event_id, endpoint_id);
drop index webhook.delivery_of_event;
