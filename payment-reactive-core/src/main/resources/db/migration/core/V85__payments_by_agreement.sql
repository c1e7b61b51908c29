-- The agreement by which a payment charges its payer, where it does.
alter table sluice.payment add column agreement_id uuid;
