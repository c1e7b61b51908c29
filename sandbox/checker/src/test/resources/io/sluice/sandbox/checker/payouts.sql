-- Two payouts of 200: one was paid (1), one failed after its outcome had been in doubt (2).
insert into sluice.payout_fund (merchant_id, currency, taken_minor)
values ('00000000-0000-0000-0000-00000000000a', 'CNY', 200);
insert into sluice.payout (merchant_id, payout_id, merchant_payout_no, amount_minor, currency, payee_type, payee_masked, sealed_beneficiary,
                           purpose, account_id, channel, state, channel_code, version, created_version, created_at, updated_at)
select '00000000-0000-0000-0000-00000000000a', ('50000000-0000-0000-0000-00000000000' || n)::uuid, 'payout-' || n, 200, 'CNY', 'bank_card',
       '6216', '', 'Tea', '00000000-0000-0000-0000-00000000000c', 'unionpay', state, code, version, 3, now(), now()
  from (values (1, 'SUCCEEDED', null, 4), (2, 'FAILED', '60', 5)) p (n, state, code, version);

-- The event n of payout p has the id 30…05pn.
insert into sluice.payment_event (merchant_id, payment_id, sequence, event_id, type, from_state, to_state, reason, at, body)
select '00000000-0000-0000-0000-00000000000a', ('50000000-0000-0000-0000-00000000000' || p)::uuid, n,
       ('30000000-0000-0000-0000-0000000005' || p || n)::uuid, type, before, '', '', now(), '{}'
  from (values (1, 1, 'payout.created', ''), (1, 2, 'payout.reserved', ''), (1, 3, 'payout.sent', ''), (1, 4, 'payout.succeeded', 'SENT'),
               (2, 1, 'payout.created', ''), (2, 2, 'payout.reserved', ''), (2, 3, 'payout.sent', ''), (2, 4, 'payout.unknown', 'SENT'),
               (2, 5, 'payout.failed', 'UNKNOWN')) e (p, n, type, before);

insert into ledger.account (merchant_id, account, currency, type)
values ('00000000-0000-0000-0000-00000000000a', 'channel_receivable:unionpay:cha_c', 'CNY', 'ASSET'),
       ('00000000-0000-0000-0000-00000000000a', 'merchant_paid_out:mer_a', 'CNY', 'LIABILITY'),
       ('00000000-0000-0000-0000-00000000000a', 'payout_in_transit:unionpay:cha_c', 'CNY', 'LIABILITY');
insert into ledger.journal_entry (merchant_id, entry_id, payment_id, kind, occurred_at)
select '00000000-0000-0000-0000-00000000000a', ('30000000-0000-0000-0000-0000000005' || entry)::uuid,
       ('50000000-0000-0000-0000-00000000000' || p)::uuid, kind, now()
  from (values (12, 1, 'payout_reserved'), (14, 1, 'payout_paid'), (22, 2, 'payout_reserved'), (25, 2, 'payout_released')) e (entry, p, kind);
insert into ledger.journal_line (merchant_id, entry_id, line_no, account, currency, side, amount_minor)
select '00000000-0000-0000-0000-00000000000a', ('30000000-0000-0000-0000-0000000005' || entry)::uuid, n, account, 'CNY', side, 200
  from (values (12, 1, 'merchant_paid_out:mer_a', 'DEBIT'), (12, 2, 'payout_in_transit:unionpay:cha_c', 'CREDIT'),
               (14, 1, 'payout_in_transit:unionpay:cha_c', 'DEBIT'), (14, 2, 'channel_receivable:unionpay:cha_c', 'CREDIT'),
               (22, 1, 'merchant_paid_out:mer_a', 'DEBIT'), (22, 2, 'payout_in_transit:unionpay:cha_c', 'CREDIT'),
               (25, 1, 'payout_in_transit:unionpay:cha_c', 'DEBIT'), (25, 2, 'merchant_paid_out:mer_a', 'CREDIT')) l (entry, n, account, side);
insert into ledger.balance (merchant_id, account, currency, debit_minor, credit_minor)
values ('00000000-0000-0000-0000-00000000000a', 'channel_receivable:unionpay:cha_c', 'CNY', 0, 200),
       ('00000000-0000-0000-0000-00000000000a', 'merchant_paid_out:mer_a', 'CNY', 400, 200),
       ('00000000-0000-0000-0000-00000000000a', 'payout_in_transit:unionpay:cha_c', 'CNY', 400, 400);
