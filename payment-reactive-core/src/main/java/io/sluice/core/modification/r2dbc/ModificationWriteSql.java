package io.sluice.core.modification.r2dbc;

import io.r2dbc.spi.Statement;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.ModificationId;
import io.sluice.core.payment.model.Attention;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.r2dbc.ArrayColumns;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that writes captures, voids and refunds together with what they reserve and make of their payments, their events and their keys,
 * and returns the ids of the payments that it changed. The payments' rows are locked first, so that a key is claimed only
 * by who also finds the version that was decided on: all of a write happens or nothing.
 */
final class ModificationWriteSql {

    static final String TEXT = """
            with
            wanted as (
                select * from unnest(
                    $1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::text[], $6::bigint[], $7::bigint[], $8::bigint[],
                    $9::bigint[], $10::timestamptz[], $11::text[], $12::text[], $13::text[],
                    $14::uuid[], $15::text[], $16::uuid[], $17::uuid[], $18::text[], $19::bigint[], $20::text[],
                    $21::uuid[], $22::text[], $23::bigint[], $24::bigint[], $25::bool[], $26::text[], $27::text[],
                    $28::text[], $29::text[], $30::text[], $31::text[], $32::timestamptz[], $33::int[], $34::int[],
                    $35::timestamptz[], $36::timestamptz[], $37::text[], $38::text[], $39::timestamptz[], $51::int[],
                    $52::bigint[], $53::bigint[], $54::bool[], $55::uuid[], $56::text[]) as w (
                    merchant_id, payment_id, expected_version, version, payment_state, capture_reserved_minor,
                    captured_minor, refund_reserved_minor, refunded_minor, payment_updated_at, route, idempotency_key,
                    fingerprint,
                    modification_id, kind, attempt_id, account_id, channel, amount_minor, currency,
                    capture_id, target_reference, target_minor, reserved_minor, last, reason, state,
                    failure_code, failure_message, channel_reference, channel_code, due_at, inquiries,
                    modification_version, created_at, updated_at, attempt_state, attempt_code, attempt_due_at,
                    told_sequence, conflicted_minor, give_back_reserved_minor, gives_back, last_attempt_id, attention)),
            found as (
                select p.merchant_id, p.payment_id
                from sluice.payment p join wanted w on p.merchant_id = w.merchant_id and p.payment_id = w.payment_id
                    and p.version = w.expected_version
                order by p.payment_id for update of p),
            claimed as (
                insert into sluice.idempotency (
                    merchant_id, route, idempotency_key, fingerprint, payment_id, modification_id, created_at)
                select w.merchant_id, w.route, w.idempotency_key, decode(w.fingerprint, 'hex'), w.payment_id,
                    w.modification_id, w.created_at
                from wanted w join found using (merchant_id, payment_id) where w.idempotency_key is not null
                on conflict do nothing
                returning payment_id),
            changed as (
                update sluice.payment p
                set version = w.version, state = w.payment_state, capture_reserved_minor = w.capture_reserved_minor,
                    captured_minor = w.captured_minor, refund_reserved_minor = w.refund_reserved_minor,
                    refunded_minor = w.refunded_minor, conflicted_minor = w.conflicted_minor,
                    give_back_reserved_minor = w.give_back_reserved_minor, updated_at = w.payment_updated_at
                from wanted w join found f using (merchant_id, payment_id)
                where p.merchant_id = w.merchant_id and p.payment_id = w.payment_id and p.version = w.expected_version
                    and (w.idempotency_key is null or w.payment_id in (select payment_id from claimed))
                returning p.payment_id, p.traceparent),
            settled as (
                update sluice.attempt a
                -- The attempt that holds or took the money; and whether people are called, which the last attempt shows.
                set state = case a.attempt_id when w.attempt_id then w.attempt_state else a.state end,
                    outcome_code = case a.attempt_id when w.attempt_id then w.attempt_code else a.outcome_code end,
                    due_at = case a.attempt_id when w.attempt_id then w.attempt_due_at else a.due_at end,
                    attention = case a.attempt_id when w.last_attempt_id then w.attention else a.attention end,
                    updated_at = w.payment_updated_at
                from wanted w
                where a.merchant_id = w.merchant_id and a.attempt_id in (w.attempt_id, w.last_attempt_id)
                    and w.payment_id in (select payment_id from changed)
                    and ((a.attempt_id = w.attempt_id
                            and (a.state, a.outcome_code) is distinct from (w.attempt_state, w.attempt_code))
                        or (a.attempt_id = w.last_attempt_id and a.attention is distinct from w.attention))),
            kept as (
                insert into sluice.modification as known (
                    merchant_id, modification_id, kind, payment_id, attempt_id, account_id, channel, amount_minor,
                    currency, capture_id, target_reference, target_minor, reserved_minor, last, gives_back, reason, state,
                    failure_code, failure_message, channel_reference, channel_code, due_at, inquiries, version,
                    created_sequence, created_at, updated_at)
                select
                    merchant_id, modification_id, kind, payment_id, attempt_id, account_id, channel, amount_minor,
                    currency, capture_id, target_reference, target_minor, reserved_minor, last, gives_back, reason, state,
                    failure_code, failure_message, channel_reference, channel_code, due_at, inquiries,
                    modification_version, told_sequence, created_at, updated_at
                from wanted where payment_id in (select payment_id from changed)
                on conflict (merchant_id, modification_id) do update
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
                    $40::uuid[], $41::uuid[], $42::int[], $43::uuid[], $44::text[], $45::text[], $46::text[],
                    $47::text[], $48::timestamptz[], $49::text[], $50::text[]) as e (
                    merchant_id, payment_id, sequence, event_id, type, from_state, to_state, reason, at, body,
                    traceparent)
                join changed c on c.payment_id = e.payment_id)
            select payment_id from changed""";

    /** Processes that change the same payments lock them in one order. */
    private static final Comparator<ModificationWrite> LOCK_ORDER = Comparator.comparing(ModificationWrite::id);

    private ModificationWriteSql() {}

    static void bind(Statement statement, List<ModificationWrite> writes) {
        List<ModificationWrite> ordered = writes.stream().sorted(LOCK_ORDER).toList();
        ArrayColumns columns = new ArrayColumns(statement);
        bindPayments(columns.of(ordered));
        bindModifications(columns.of(ordered));
        bindAttempts(columns.of(ordered));
        bindEvents(columns.of(
                ordered.stream().flatMap(write -> write.events().stream()).toList()));
        columns.of(ordered).integer(ModificationWrite::toldSequence);
        bindConflict(columns.of(ordered));
    }

    private static void bindPayments(ArrayColumns.Of<ModificationWrite> row) {
        row.uuid(w -> w.payment().merchantId().value())
                .uuid(ModificationWrite::id)
                .integer(w -> w.transition().expectedVersion())
                .integer(w -> w.payment().version())
                .text(w -> w.payment().state().name())
                .bigint(w -> w.payment().totals().captureReservedMinor())
                .bigint(w -> w.payment().totals().capturedMinor())
                .bigint(w -> w.payment().totals().refundReservedMinor())
                .bigint(w -> w.payment().totals().refundedMinor())
                .time(w -> w.payment().updatedAt())
                .text(w -> ofKey(w, IdempotencyKey::route))
                .text(w -> ofKey(w, IdempotencyKey::key))
                .text(w -> ofKey(w, key -> HexFormat.of().formatHex(key.fingerprint())));
    }

    private static void bindModifications(ArrayColumns.Of<ModificationWrite> row) {
        row.uuid(w -> w.modification().id().value())
                .text(w -> w.modification().kind().name())
                .uuid(w -> w.modification().attempt().value())
                .uuid(w -> w.modification().account().value())
                .text(w -> w.modification().channel())
                .bigint(w -> w.modification().amount().minor())
                .text(w -> w.modification().amount().currency().getCurrencyCode())
                .uuid(w -> capture(w.modification().target().capture()))
                .text(w -> w.modification().target().reference())
                .bigint(w -> w.modification().target().total().minor())
                .bigint(w -> w.modification().reservedMinor())
                .bool(w -> w.modification().last())
                .text(w -> w.modification().reason())
                .text(w -> w.modification().state().name())
                .text(w -> ofFailure(w, Failure::code))
                .text(w -> ofFailure(w, Failure::message))
                .text(w -> w.modification().channelReference())
                .text(w -> w.modification().channelCode())
                .time(w -> w.modification().dueAt())
                .integer(w -> w.modification().inquiries())
                .integer(w -> w.modification().version())
                .time(w -> w.modification().createdAt())
                .time(w -> w.modification().updatedAt());
    }

    private static void bindAttempts(ArrayColumns.Of<ModificationWrite> row) {
        row.text(w -> w.attempt().state().name())
                .text(w -> Optional.ofNullable(w.attempt().code())
                        .map(OutcomeCode::wireName)
                        .orElse(null))
                .time(w -> w.attempt().dueAt());
    }

    private static void bindConflict(ArrayColumns.Of<ModificationWrite> row) {
        row.bigint(w -> w.payment().totals().conflictedMinor())
                .bigint(w -> w.payment().totals().giveBackReservedMinor())
                .bool(w -> w.modification().givesBack())
                .uuid(w -> w.payment().lastAttempt().id().value())
                .text(w -> Optional.ofNullable(
                                Attention.of(w.payment(), w.payment().lastAttempt()))
                        .map(Attention::wireName)
                        .orElse(null));
    }

    private static void bindEvents(ArrayColumns.Of<ModificationWrite.Event> row) {
        row.uuid(e -> e.payment().merchantId().value())
                .uuid(e -> e.payment().id().value())
                .integer(e -> e.payment().version())
                .uuid(e -> e.id().value())
                .text(ModificationWrite.Event::type)
                .text(ModificationWrite.Event::from)
                .text(ModificationWrite.Event::to)
                .text(ModificationWrite.Event::reason)
                .time(e -> e.payment().updatedAt())
                .text(ModificationWrite.Event::body)
                .text(ModificationWrite.Event::traceparent);
    }

    private static @Nullable UUID capture(@Nullable ModificationId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String ofKey(ModificationWrite write, Function<IdempotencyKey, String> part) {
        return write.idempotency() == null ? null : part.apply(write.idempotency());
    }

    private static @Nullable String ofFailure(ModificationWrite write, Function<Failure, String> part) {
        Failure failure = write.modification().failure();
        return failure == null ? null : part.apply(failure);
    }
}
