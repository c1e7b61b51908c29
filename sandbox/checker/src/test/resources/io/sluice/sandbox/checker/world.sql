insert into sluice.merchant (merchant_id, name, test_mode, permits_per_second, burst)
values ('00000000-0000-0000-0000-00000000000a', 'A shop', true, 10, 10);
insert into sluice.webhook_endpoint (merchant_id, endpoint_id, url, event_types, sealed_secrets, created_at)
values ('00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000e', 'http://127.0.0.1:1/webhooks', '{}', '',
        now() - interval '1 hour');

insert into sluice.payment (merchant_id, payment_id, merchant_order_no, amount_minor, currency, fee_minor, method, description, metadata,
                            state, version, created_at, updated_at, expires_at)
select '00000000-0000-0000-0000-00000000000a', ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'order-' || n, 1000, 'CNY', 6,
       'wechat_native', 'Tea', '{}', state, version, now(), now(), now()
  from (values (1, 'SUCCEEDED', 4), (2, 'FAILED', 2), (3, 'CLOSED', 2), (4, 'PROCESSING', 1)) p (n, state, version);

insert into sluice.attempt (merchant_id, attempt_id, payment_id, account_id, channel, state, created_at, updated_at, attention)
select '00000000-0000-0000-0000-00000000000a', ('10000000-0000-0000-0000-00000000000' || n)::uuid,
       ('00000000-0000-0000-0000-00000000000' || n)::uuid, '00000000-0000-0000-0000-00000000000c', 'wechat', state, now(), now(), attention
  from (values (1, 'SUCCEEDED', null), (2, 'DECLINED', null), (3, 'DECLINED', null), (4, 'MANUAL', 'manual')) a (n, state, attention);

update sluice.payment set authorized_minor = 1000, captured_minor = 1000, refunded_minor = 400 where state = 'SUCCEEDED';
insert into sluice.modification (merchant_id, modification_id, payment_id, attempt_id, account_id, channel, kind, amount_minor, target_minor,
                                 reserved_minor, last, currency, state, version, created_sequence, created_at, updated_at)
values ('00000000-0000-0000-0000-00000000000a', '20000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001',
        '10000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-00000000000c', 'wechat', 'REFUND', 400, 1000, 400,
        true, 'CNY', 'SUCCEEDED', 2, 3, now(), now());

-- The event n of payment p has the id 30…0pn.
insert into sluice.payment_event (merchant_id, payment_id, sequence, event_id, type, from_state, to_state, reason, at, body)
select '00000000-0000-0000-0000-00000000000a', ('00000000-0000-0000-0000-00000000000' || p)::uuid, n,
       ('30000000-0000-0000-0000-0000000000' || p || n)::uuid, type, '', '', '', now(), '{}'
  from (values (1, 1, 'payment.created'), (1, 2, 'payment.succeeded'), (1, 3, 'refund.created'), (1, 4, 'refund.succeeded'),
               (2, 1, 'payment.created'), (2, 2, 'payment.failed'), (3, 1, 'payment.created'), (3, 2, 'payment.closed'),
               (4, 1, 'payment.created')) e (p, n, type);

insert into ledger.account (merchant_id, account, currency, type)
values ('00000000-0000-0000-0000-00000000000a', 'channel_receivable:wechat:cha_c', 'CNY', 'ASSET'),
       ('00000000-0000-0000-0000-00000000000a', 'merchant_payable:mer_a', 'CNY', 'LIABILITY'),
       ('00000000-0000-0000-0000-00000000000a', 'fee_income', 'CNY', 'INCOME');
insert into ledger.journal_entry (merchant_id, entry_id, payment_id, kind, occurred_at)
values ('00000000-0000-0000-0000-00000000000a', '30000000-0000-0000-0000-000000000012', '00000000-0000-0000-0000-000000000001', 'charge', now()),
       ('00000000-0000-0000-0000-00000000000a', '30000000-0000-0000-0000-000000000014', '00000000-0000-0000-0000-000000000001', 'refund', now());
insert into ledger.journal_line (merchant_id, entry_id, line_no, account, currency, side, amount_minor)
select '00000000-0000-0000-0000-00000000000a', ('30000000-0000-0000-0000-0000000000' || entry)::uuid, n, account, 'CNY', side, amount
  from (values (12, 1, 'channel_receivable:wechat:cha_c', 'DEBIT', 1000), (12, 2, 'merchant_payable:mer_a', 'CREDIT', 1000),
               (12, 3, 'merchant_payable:mer_a', 'DEBIT', 6), (12, 4, 'fee_income', 'CREDIT', 6),
               (14, 1, 'merchant_payable:mer_a', 'DEBIT', 400), (14, 2, 'channel_receivable:wechat:cha_c', 'CREDIT', 400))
       l (entry, n, account, side, amount);
insert into ledger.balance (merchant_id, account, currency, debit_minor, credit_minor)
values ('00000000-0000-0000-0000-00000000000a', 'channel_receivable:wechat:cha_c', 'CNY', 1000, 400),
       ('00000000-0000-0000-0000-00000000000a', 'merchant_payable:mer_a', 'CNY', 406, 1000),
       ('00000000-0000-0000-0000-00000000000a', 'fee_income', 'CNY', 0, 6);
