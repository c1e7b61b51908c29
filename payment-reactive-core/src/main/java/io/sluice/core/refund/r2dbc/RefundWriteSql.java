package io.sluice.core.refund.r2dbc;

import io.r2dbc.spi.Statement;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.r2dbc.Columns;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that writes refunds together with what they reserve of their payments, their events and their keys,
 * and returns the ids of the payments that it changed. The payments' rows are locked first, so that a key is claimed only
 * by who also finds the version that was decided on: all of a write happens or nothing.
 */
final class RefundWriteSql {

    static final String TEXT = """
            with
            wanted as (
                select * from unnest(
                    $1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::bigint[], $6::bigint[], $7::text[], $8::text[],
                    $9::text[], $10::uuid[], $11::uuid[], $12::uuid[], $13::text[], $14::bigint[], $15::text[],
                    $16::text[], $17::text[], $18::text[], $19::text[], $20::text[], $21::text[], $22::timestamptz[],
                    $23::int[], $24::int[], $25::timestamptz[], $26::timestamptz[]) as w (
                    merchant_id, payment_id, expected_version, version, reserved_minor, refunded_minor, route,
                    idempotency_key, fingerprint, refund_id, attempt_id, account_id, channel, amount_minor, currency,
                    reason, state, failure_code, failure_message, channel_reference, channel_code, due_at, inquiries,
                    refund_version, created_at, updated_at)),
            found as (
                select p.merchant_id, p.payment_id
                from sluice.payment p join wanted w on p.merchant_id = w.merchant_id and p.payment_id = w.payment_id
                    and p.version = w.expected_version
                order by p.payment_id for update of p),
            claimed as (
                insert into sluice.idempotency (
                    merchant_id, route, idempotency_key, fingerprint, payment_id, refund_id, created_at)
                select w.merchant_id, w.route, w.idempotency_key, decode(w.fingerprint, 'hex'), w.payment_id,
                    w.refund_id, w.created_at
                from wanted w join found using (merchant_id, payment_id) where w.idempotency_key is not null
                on conflict do nothing
                returning payment_id),
            changed as (
                update sluice.payment p
                set version = w.version, refund_reserved_minor = w.reserved_minor, refunded_minor = w.refunded_minor,
                    updated_at = w.updated_at
                from wanted w join found f using (merchant_id, payment_id)
                where p.merchant_id = w.merchant_id and p.payment_id = w.payment_id and p.version = w.expected_version
                    and (w.idempotency_key is null or w.payment_id in (select payment_id from claimed))
                returning p.payment_id, p.traceparent),
            kept as (
                insert into sluice.refund as known (
                    merchant_id, refund_id, payment_id, attempt_id, account_id, channel, amount_minor, currency, reason,
                    state, failure_code, failure_message, channel_reference, channel_code, due_at, inquiries, version,
                    created_sequence, created_at, updated_at)
                select
                    merchant_id, refund_id, payment_id, attempt_id, account_id, channel, amount_minor, currency, reason,
                    state, failure_code, failure_message, channel_reference, channel_code, due_at, inquiries,
                    refund_version, version, created_at, updated_at
                from wanted where payment_id in (select payment_id from changed)
                on conflict (merchant_id, refund_id) do update
                set state = excluded.state, failure_code = excluded.failure_code,
                    failure_message = excluded.failure_message, channel_reference = excluded.channel_reference,
                    channel_code = excluded.channel_code, due_at = excluded.due_at,
                    inquiries = greatest(known.inquiries, excluded.inquiries), version = excluded.version,
                    answered_sequence = coalesce(known.answered_sequence, excluded.created_sequence),
                    updated_at = excluded.updated_at),
            logged as (
                insert into sluice.payment_event (
                    merchant_id, payment_id, sequence, event_id, type, from_state, to_state, reason, at, body,
                    traceparent)
                select
                    e.merchant_id, e.payment_id, e.sequence, e.event_id, e.type, e.from_state, e.to_state, e.reason,
                    e.at, e.body,
                    coalesce(c.traceparent, e.traceparent)
                from unnest(
                    $27::uuid[], $28::uuid[], $29::int[], $30::uuid[], $31::text[], $32::text[], $33::text[],
                    $34::text[], $35::timestamptz[], $36::text[], $37::text[]) as e (
                    merchant_id, payment_id, sequence, event_id, type, from_state, to_state, reason, at, body,
                    traceparent)
                join changed c on c.payment_id = e.payment_id)
            select payment_id from changed""";

    /** Processes that change the same payments lock them in one order. */
    private static final Comparator<RefundWrite> LOCK_ORDER = Comparator.comparing(RefundWrite::id);

    private RefundWriteSql() {}

    static void bind(Statement statement, List<RefundWrite> writes) {
        List<RefundWrite> ordered = writes.stream().sorted(LOCK_ORDER).toList();
        Columns columns = new Columns(statement);
        bindPayments(columns.of(ordered));
        bindRefunds(columns.of(ordered));
        bindEvents(columns.of(
                ordered.stream().flatMap(write -> write.events().stream()).toList()));
    }

    private static void bindPayments(Columns.Of<RefundWrite> row) {
        row.uuid(w -> w.payment().merchantId().value())
                .uuid(RefundWrite::id)
                .integer(w -> w.transition().expectedVersion())
                .integer(w -> w.payment().version())
                .bigint(w -> w.payment().refunds().reservedMinor())
                .bigint(w -> w.payment().refunds().refundedMinor())
                .text(w -> ofKey(w, IdempotencyKey::route))
                .text(w -> ofKey(w, IdempotencyKey::key))
                .text(w -> ofKey(w, key -> HexFormat.of().formatHex(key.fingerprint())));
    }

    private static void bindRefunds(Columns.Of<RefundWrite> row) {
        row.uuid(w -> w.refund().id().value())
                .uuid(w -> w.refund().attempt().value())
                .uuid(w -> w.refund().account().value())
                .text(w -> w.refund().channel())
                .bigint(w -> w.refund().amount().minor())
                .text(w -> w.refund().amount().currency().getCurrencyCode())
                .text(w -> w.refund().reason())
                .text(w -> w.refund().state().name())
                .text(w -> ofFailure(w, Failure::code))
                .text(w -> ofFailure(w, Failure::message))
                .text(w -> w.refund().channelReference())
                .text(w -> w.refund().channelCode())
                .time(w -> w.refund().dueAt())
                .integer(w -> w.refund().inquiries())
                .integer(w -> w.refund().version())
                .time(w -> w.refund().createdAt())
                .time(w -> w.refund().updatedAt());
    }

    private static void bindEvents(Columns.Of<RefundWrite.Event> row) {
        row.uuid(e -> e.payment().merchantId().value())
                .uuid(e -> e.payment().id().value())
                .integer(e -> e.payment().version())
                .uuid(e -> e.id().value())
                .text(e -> e.change().type())
                .text(e -> e.change().from().name())
                .text(e -> e.change().after().state().name())
                .text(e -> e.change().reason())
                .time(e -> e.payment().updatedAt())
                .text(RefundWrite.Event::body)
                .text(RefundWrite.Event::traceparent);
    }

    private static @Nullable String ofKey(RefundWrite write, Function<IdempotencyKey, String> part) {
        return write.idempotency() == null ? null : part.apply(write.idempotency());
    }

    private static @Nullable String ofFailure(RefundWrite write, Function<Failure, String> part) {
        Failure failure = write.refund().failure();
        return failure == null ? null : part.apply(failure);
    }
}
