package io.sluice.compare.floor;

/**
 * The rows that Sluice writes for a payment, in its tables and their indexes, in two statements: one accepts, one concludes.
 * Parameters are arrays: payment, attempt, event, time; then the text of the events.
 */
final class FloorSql {
    private static final String WANTED = """
        with wanted as (
            select '00000000-0000-7000-8000-000000000001'::uuid as merchant_id, w.*, ?::text as body
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[]) as w (payment_id, attempt_id, event_id, at)),
        """;

    static final String ACCEPT = WANTED + """
        claimed as (
            insert into sluice.idempotency (
                merchant_id, route, idempotency_key, fingerprint, payment_id, created_at)
            select merchant_id, 'POST /v1/payments', 'compare-' || payment_id, sha256(uuid_send(payment_id)),
                payment_id, at
            from wanted),
        created as (
            insert into sluice.payment (
                merchant_id, payment_id, merchant_order_no, amount_minor, currency, fee_minor, method, description,
                metadata, state, version, created_at, updated_at, expires_at)
            select merchant_id, payment_id, 'compare-' || payment_id, 1500, 'CNY', 9, 'stub_wallet', 'compare',
                '{}', 'PROCESSING', 1, at, at, at + interval '15 minutes'
            from wanted),
        attempted as (
            insert into sluice.attempt (
                merchant_id, attempt_id, payment_id, account_id, channel, state, due_at, created_at, updated_at)
            select merchant_id, attempt_id, payment_id, merchant_id, 'stub', 'SENT', at + interval '15 seconds', at, at
            from wanted)
        insert into sluice.payment_event (
            merchant_id, payment_id, sequence, event_id, type, from_state, to_state, reason, at, body)
        select merchant_id, payment_id, 1, event_id, 'payment.processing', 'CREATED', 'PROCESSING', 'accepted', at, body
        from wanted\
        """;

    /** {@code any} keeps the plan on the keys while the tables are small. */
    static final String CONCLUDE = WANTED + """
        changed as (
            update sluice.payment p
            set state = 'SUCCEEDED', version = 2, updated_at = w.at, authorized_minor = 1500, captured_minor = 1500
            from wanted w
            where p.merchant_id = w.merchant_id and p.payment_id = w.payment_id and p.version = 1
                and p.payment_id = any(?::uuid[])),
        attempted as (
            update sluice.attempt a
            set state = 'SUCCEEDED', channel_reference = 'stub-0000000000000001', due_at = null, updated_at = w.at
            from wanted w
            where a.merchant_id = w.merchant_id and a.attempt_id = w.attempt_id and a.attempt_id = any(?::uuid[]))
        insert into sluice.payment_event (
            merchant_id, payment_id, sequence, event_id, type, from_state, to_state, reason, at, body)
        select merchant_id, payment_id, 2, event_id, 'payment.succeeded', 'PROCESSING', 'SUCCEEDED', 'approved', at, body
        from wanted\
        """;

    private FloorSql() {}
}
