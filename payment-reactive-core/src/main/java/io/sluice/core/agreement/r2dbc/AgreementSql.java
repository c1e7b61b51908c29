package io.sluice.core.agreement.r2dbc;

/** The statements on agreements. Each that changes one writes its event, and is one transaction. */
final class AgreementSql {

    static final String CREATE = """
            with made as (
                insert into sluice.agreement (
                    merchant_id, agreement_id, account_id, channel, method, masked_card, state, step, call, called_at,
                    wrong_codes, created_at, expires_at, changed_at, version, due_at, sealed_payer, idempotency_key,
                    fingerprint)
                values (
                    :merchant, :id, :account, :channel, :method, :masked, :state, :step, :call, :called_at,
                    :wrong_codes, :created_at, :expires_at, :changed_at, :version, :due_at, :payer, :key,
                    :fingerprint)
                on conflict (merchant_id, idempotency_key) do nothing
                returning merchant_id, agreement_id, version, changed_at),
            logged as (
                insert into sluice.agreement_event (merchant_id, agreement_id, sequence, type, occurred_at, document)
                select merchant_id, agreement_id, version, :type, changed_at, :document::jsonb from made)
            select count(*) from made""";

    static final String CHANGE = """
            with changed as (
                update sluice.agreement set
                    state = :state, step = :step, call = :call, called_at = :called_at, wrong_codes = :wrong_codes,
                    next_action = :action, code = :code, changed_at = :changed_at, version = :version,
                    due_at = :due_at, looks = 0,
                    sealed_payer = case when :keep_payer then sealed_payer end,
                    sealed_token = case when :keep_token then coalesce(:token, sealed_token) end
                where merchant_id = :merchant and agreement_id = :id and version = :before
                returning merchant_id, agreement_id, version, changed_at),
            logged as (
                insert into sluice.agreement_event (merchant_id, agreement_id, sequence, type, occurred_at, document)
                select merchant_id, agreement_id, version, :type, changed_at, :document::jsonb from changed)
            select count(*) from changed""";

    static final String FIND = "select * from sluice.agreement where merchant_id = :merchant and agreement_id = :id";

    static final String BY_KEY =
            "select * from sluice.agreement where merchant_id = :merchant and idempotency_key = :key";

    static final String LIST = """
            select * from sluice.agreement
            where merchant_id = :merchant and (:before::uuid is null or agreement_id < :before)
            order by agreement_id desc limit :limit""";

    static final String DUE = """
            update sluice.agreement a set due_at = :leased_until, looks = a.looks + 1
            from (
                select merchant_id, agreement_id from sluice.agreement
                where due_at <= :now order by due_at limit :limit for update skip locked) due
            where a.merchant_id = due.merchant_id and a.agreement_id = due.agreement_id
            returning a.*""";

    static final String LATER = """
            update sluice.agreement set due_at = :due_at
            where merchant_id = :merchant and agreement_id = :id and version = :version""";

    private AgreementSql() {}
}
