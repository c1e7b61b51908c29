package io.sluice.core.settlement.r2dbc;

/** What is asked of the tables about batches. */
final class SettlementSql {

    static final String ACCOUNTS =
            "select account_id, created_at from sluice.channel_account where channel = any(:channels) order by account_id";

    static final String OPEN = """
            insert into sluice.batch_settlement (
                account_id, day, merchant_id, batch_from, batch_until, state, due_at, version, updated_at)
            values (:account, :day, :merchant, :from, :until, 'DUE', :due, 1, :due)
            on conflict (account_id, day) do nothing""";

    static final String TAKE = """
            with due as (
                select account_id, day from sluice.batch_settlement
                where due_at <= :now order by due_at limit :limit for update skip locked)
            update sluice.batch_settlement s set due_at = :lease
            from due where s.account_id = due.account_id and s.day = due.day
            returning s.*""";

    static final String SAVE = """
            update sluice.batch_settlement
            set state = :state, charged_minor = :charged, charges = :charges, refunded_minor = :refunded, refunds = :refunds,
                their_charged_minor = :theirCharged, their_charges = :theirCharges, their_refunded_minor = :theirRefunded,
                their_refunds = :theirRefunds, open = :open, ordered_by = :orderedBy, code = :code, asked = :asked,
                due_at = :due, version = :version, updated_at = :updated
            where account_id = :account and day = :day and version = :version - 1""";

    static final String FIND = "select * from sluice.batch_settlement where account_id = :account and day = :day";

    static final String LIST = """
            select * from sluice.batch_settlement where cast(:state as text) is null or state = :state
            order by day desc, account_id limit :limit""";

    /** What collected money or gave it back, and was not undone. */
    static final String LINES = """
            select a.channel_reference as reference, p.amount_minor as amount, false as refund
            from sluice.attempt a join sluice.payment p on p.merchant_id = a.merchant_id and p.payment_id = a.payment_id
            where a.merchant_id = :merchant and a.attempt_id >= :first and a.attempt_id < :beyond
                and a.account_id = :account and a.state = 'SUCCEEDED' and p.capture_method = 'AUTOMATIC'
            union all
            select m.channel_reference, m.amount_minor, m.kind = 'REFUND'
            from sluice.modification m
            where m.merchant_id = :merchant and m.modification_id >= :first and m.modification_id < :beyond
                and m.account_id = :account and m.state = 'SUCCEEDED' and m.kind in ('CAPTURE', 'REFUND')
                and not exists (
                    select from sluice.modification v
                    where v.merchant_id = m.merchant_id and v.payment_id = m.payment_id and v.kind = 'CAPTURE_VOID'
                        and v.state = 'SUCCEEDED' and v.capture_id = m.modification_id)""";

    /** In one statement, so that what ends meanwhile is either open or counted. */
    static final String BOOK = "with lines as (" + LINES + ")" + """

            select
                coalesce(sum(amount) filter (where not refund), 0)::bigint as charged,
                count(*) filter (where not refund)::int as charges,
                coalesce(sum(amount) filter (where refund), 0)::bigint as refunded,
                count(*) filter (where refund)::int as refunds,
                ((select count(*) from sluice.attempt a
                    where a.merchant_id = :merchant and a.attempt_id >= :first and a.attempt_id < :beyond
                        and a.account_id = :account
                        and a.state in ('CREATED', 'SENT', 'ACCEPTED', 'UNKNOWN', 'REVERSING', 'MANUAL'))
                + (select count(*) from sluice.modification m
                    where m.merchant_id = :merchant and m.modification_id >= :first and m.modification_id < :beyond
                        and m.account_id = :account and m.state not in ('SUCCEEDED', 'FAILED', 'RETURNED')))::int as open
            from lines""";

    private SettlementSql() {}
}
