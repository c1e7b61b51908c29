-- After given-back.sql: nothing was given back yet, and people are called to what is in suspense.
alter table ledger.journal_entry disable trigger all;
alter table ledger.journal_line disable trigger all;
delete from sluice.modification where gives_back;
update sluice.payment set state = 'CONFLICTED', conflicted_minor = 1000 where merchant_order_no = 'order-3';
update sluice.attempt set outcome_code = 'paid', attention = 'conflicted', over_before = 'DECLINED'
 where attempt_id = '10000000-0000-0000-0000-000000000003';
delete from ledger.journal_line where entry_id = '30000000-0000-0000-0000-000000000035';
delete from ledger.journal_entry where kind = 'conflict_given_back';
update ledger.balance set credit_minor = credit_minor - 1000 where account = 'channel_receivable:wechat:cha_c';
update ledger.balance set debit_minor = 0 where account = 'conflict_suspense';
