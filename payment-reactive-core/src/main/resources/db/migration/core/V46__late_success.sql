-- What becomes of money that comes once a payment has failed or is closed, as long as nothing else about it is in doubt.
alter table sluice.merchant
    add column late_success text not null default 'give_back' check (late_success in ('give_back', 'people'));
