-- Each card is sealed by a key of its own, which the vault's key wraps and the row keeps beside it: what is rotated and
-- wrapped anew is keys, never cards. What was sealed by the vault's key itself is opened as before.
alter table sluice.attempt_card add column enveloped boolean not null default false;
