-- The payment that was closed (3) was paid too late, and a refund gave that back.
update sluice.payment set state = 'REVERSED', version = 6 where merchant_order_no = 'order-3';
update sluice.attempt set state = 'SUCCEEDED', outcome_code = 'given_back'
 where attempt_id = '10000000-0000-0000-0000-000000000003';
insert into sluice.modification (merchant_id, modification_id, payment_id, attempt_id, account_id, channel, kind, amount_minor, target_minor,
                                 reserved_minor, last, gives_back, currency, state, version, created_sequence, created_at, updated_at)
values ('00000000-0000-0000-0000-00000000000a', '20000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000003',
        '10000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-00000000000c', 'wechat', 'REFUND', 1000, 1000, 1000,
        true, true, 'CNY', 'SUCCEEDED', 2, 4, now(), now());
insert into sluice.payment_event (merchant_id, payment_id, sequence, event_id, type, from_state, to_state, reason, at, body)
select '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-000000000003', n,
       ('30000000-0000-0000-0000-00000000003' || n)::uuid, type, '', '', '', now(), '{}'
  from (values (3, 'payment.conflicted'), (4, 'refund.created'), (5, 'refund.succeeded'), (6, 'payment.reversed')) e (n, type);

insert into ledger.account (merchant_id, account, currency, type)
values ('00000000-0000-0000-0000-00000000000a', 'conflict_suspense', 'CNY', 'LIABILITY');
insert into ledger.journal_entry (merchant_id, entry_id, payment_id, kind, occurred_at)
values ('00000000-0000-0000-0000-00000000000a', '30000000-0000-0000-0000-000000000033', '00000000-0000-0000-0000-000000000003',
        'conflict_held', now()),
       ('00000000-0000-0000-0000-00000000000a', '30000000-0000-0000-0000-000000000035', '00000000-0000-0000-0000-000000000003',
        'conflict_given_back', now());
insert into ledger.journal_line (merchant_id, entry_id, line_no, account, currency, side, amount_minor)
select '00000000-0000-0000-0000-00000000000a', ('30000000-0000-0000-0000-0000000000' || entry)::uuid, n, account, 'CNY', side, 1000
  from (values (33, 1, 'channel_receivable:wechat:cha_c', 'DEBIT'), (33, 2, 'conflict_suspense', 'CREDIT'),
               (35, 1, 'conflict_suspense', 'DEBIT'), (35, 2, 'channel_receivable:wechat:cha_c', 'CREDIT')) l (entry, n, account, side);
update ledger.balance set debit_minor = debit_minor + 1000, credit_minor = credit_minor + 1000
 where account = 'channel_receivable:wechat:cha_c';
insert into ledger.balance (merchant_id, account, currency, debit_minor, credit_minor)
values ('00000000-0000-0000-0000-00000000000a', 'conflict_suspense', 'CNY', 1000, 1000);
