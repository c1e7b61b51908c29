-- A record of its own identity may be written again after a lost connection without standing there twice.
alter table sluice.callback add column record_id uuid not null default uuidv7() primary key;
alter table sluice.callback alter column record_id drop default;
