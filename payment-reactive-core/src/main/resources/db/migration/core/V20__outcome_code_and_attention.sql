-- What became of an attempt in our own words (docs/outcome-codes.md); and why people must look at its payment, if they must.
alter table sluice.attempt add column outcome_code text;
alter table sluice.attempt add column attention text;
create index attempt_attention on sluice.attempt (attention, updated_at) where attention is not null;
