package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.Statement;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.AgreementId;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Attention;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.r2dbc.ArrayColumns;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that writes acceptances and recordings together, with their attempts and events, and returns the ids
 * of the payments that were written. Who claims an idempotency key creates a payment; who finds the version that was
 * decided on changes one; all else leaves nothing. All events of a payment are in the trace of the request that made it,
 * whoever concludes it.
 */
final class WriteSql {

    static final String TEXT = """
            with
            wanted as (
                select * from unnest(
                    $1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[],
                    $9::text[], $10::bigint[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
                    $16::text[], $17::text[], $18::text[], $19::int[], $20::timestamptz[], $21::timestamptz[],
                    $22::timestamptz[], $46::text[], $50::text[], $51::bigint[], $52::bigint[], $53::bigint[], $55::uuid[]) as w (
                    merchant_id, payment_id, expected_version, route, idempotency_key, fingerprint, merchant_order_no,
                    amount_minor, currency, fee_minor, method, description, payer, metadata, state,
                    next_action, failure_code, failure_message, version, created_at, updated_at,
                    expires_at, traceparent, capture_method, authorized_minor, captured_minor, conflicted_minor,
                    agreement_id)),
            claimed as (
                insert into sluice.idempotency (
                    merchant_id, route, idempotency_key, fingerprint, payment_id, created_at)
                select merchant_id, route, idempotency_key, decode(fingerprint, 'hex'), payment_id, created_at
                from wanted where expected_version = 0
                on conflict do nothing
                returning payment_id),
            created as (
                insert into sluice.payment (
                    merchant_id, payment_id, merchant_order_no, amount_minor, currency, fee_minor, method, description,
                    payer, metadata, state, next_action, failure_code, failure_message, version,
                    created_at, updated_at, expires_at, traceparent, capture_method, agreement_id)
                select
                    merchant_id, payment_id, merchant_order_no, amount_minor, currency, fee_minor, method, description,
                    payer, metadata, state, next_action, failure_code, failure_message, version,
                    created_at, updated_at, expires_at, traceparent, capture_method, agreement_id
                from wanted where payment_id in (select payment_id from claimed)),
            changed as (
                update sluice.payment p
                set state = w.state, next_action = w.next_action, failure_code = w.failure_code,
                    failure_message = w.failure_message, version = w.version, updated_at = w.updated_at,
                    expires_at = w.expires_at, authorized_minor = w.authorized_minor, captured_minor = w.captured_minor,
                    conflicted_minor = w.conflicted_minor
                from wanted w
                where p.merchant_id = w.merchant_id and p.payment_id = w.payment_id and p.version = w.expected_version
                    and w.expected_version > 0 and p.merchant_id = any($1) and p.payment_id = any($2)
                returning p.payment_id, p.traceparent),
            written as (
                select payment_id, null::text as traceparent from claimed
                union all select payment_id, traceparent from changed),
            attempted as (
                insert into sluice.attempt as known (
                    merchant_id, attempt_id, payment_id, account_id, channel, state, channel_reference, channel_code,
                    due_at, inquiries, created_at, updated_at, outcome_code, attention, over_before)
                select * from unnest(
                    $23::uuid[], $24::uuid[], $25::uuid[], $26::uuid[], $27::text[], $28::text[], $29::text[],
                    $30::text[], $31::timestamptz[], $32::int[], $33::timestamptz[], $34::timestamptz[],
                    $47::text[], $48::text[], $54::text[]) as a (
                    merchant_id, attempt_id, payment_id, account_id, channel, state, channel_reference, channel_code,
                    due_at, inquiries, created_at, updated_at, outcome_code, attention, over_before)
                where a.payment_id in (select payment_id from written)
                on conflict (merchant_id, attempt_id) do update
                set state = excluded.state, channel_reference = excluded.channel_reference,
                    channel_code = excluded.channel_code, due_at = excluded.due_at,
                    inquiries = greatest(known.inquiries, excluded.inquiries), updated_at = excluded.updated_at,
                    outcome_code = excluded.outcome_code, attention = excluded.attention,
                    over_before = excluded.over_before),
            logged as (
                insert into sluice.payment_event (
                    merchant_id, payment_id, sequence, event_id, type, from_state, to_state, reason, at, body,
                    traceparent, routing)
                select
                    e.merchant_id, e.payment_id, e.sequence, e.event_id, e.type, e.from_state, e.to_state, e.reason,
                    e.at, e.body,
                    coalesce(w.traceparent, e.traceparent), e.routing
                from unnest(
                    $35::uuid[], $36::uuid[], $37::int[], $38::uuid[], $39::text[], $40::text[], $41::text[],
                    $42::text[], $43::timestamptz[], $44::text[], $45::text[], $49::text[]) as e (
                    merchant_id, payment_id, sequence, event_id, type, from_state, to_state, reason, at, body,
                    traceparent, routing)
                join written w on w.payment_id = e.payment_id)
            select payment_id from written""";

    private WriteSql() {}

    /** Processes that claim the same keys or change the same payments lock them in one order. */
    static final Comparator<PaymentWrite> LOCK_ORDER = Comparator.comparing(
                    WriteSql::key, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(write -> write.payment().id().value());

    static void bind(Statement statement, List<PaymentWrite> writes) {
        List<PaymentWrite> ordered = writes.stream().sorted(LOCK_ORDER).toList();
        ArrayColumns columns = new ArrayColumns(statement);
        bindPayments(columns.of(ordered));
        bindAttempts(columns.of(flat(ordered, PaymentWrite::attempts)));
        bindEvents(columns.of(flat(ordered, PaymentWrite::events)));
        columns.of(ordered).text(write -> write.firstEvent().traceparent());
        bindMeaning(columns.of(flat(ordered, PaymentWrite::attempts)));
        columns.of(flat(ordered, PaymentWrite::events))
                .text(event -> event.change().routing());
        bindCapture(columns.of(ordered));
        columns.of(flat(ordered, PaymentWrite::attempts))
                .text(a -> ofNullable(a.attempt().overBefore(), AttemptState::name));
        columns.of(ordered).uuid(WriteSql::agreement);
    }

    private static @Nullable UUID agreement(PaymentWrite write) {
        AgreementId agreement = write.payment().agreement();
        return agreement == null ? null : agreement.value();
    }

    private static <T> List<T> flat(List<PaymentWrite> writes, Function<PaymentWrite, List<T>> rows) {
        return writes.stream().flatMap(write -> rows.apply(write).stream()).toList();
    }

    private static void bindPayments(ArrayColumns.Of<PaymentWrite> row) {
        row.uuid(w -> w.payment().merchantId().value())
                .uuid(w -> w.payment().id().value())
                .integer(w -> w.transition().expectedVersion())
                .text(w -> ofKey(w, IdempotencyKey::route))
                .text(WriteSql::key)
                .text(w -> ofKey(w, key -> HexFormat.of().formatHex(key.fingerprint())))
                .text(w -> w.payment().merchantOrderNo())
                .bigint(w -> w.payment().amount().minor())
                .text(w -> w.payment().amount().currency().getCurrencyCode())
                .bigint(w -> w.payment().fee().minor())
                .text(w -> w.payment().method())
                .text(w -> w.payment().description())
                .text(w -> w.payment().payer())
                .text(w -> PaymentJson.metadata(w.payment().metadata()))
                .text(w -> w.payment().state().name())
                .text(w -> PaymentJson.nextAction(w.payment().nextAction()))
                .text(w -> ofFailure(w, Failure::code))
                .text(w -> ofFailure(w, Failure::message))
                .integer(w -> w.payment().version())
                .time(w -> w.payment().createdAt())
                .time(w -> w.payment().updatedAt())
                .time(w -> w.payment().expiresAt());
    }

    private static void bindAttempts(ArrayColumns.Of<PaymentWrite.Attempt> row) {
        row.uuid(a -> a.payment().merchantId().value())
                .uuid(a -> a.attempt().id().value())
                .uuid(a -> a.payment().id().value())
                .uuid(a -> a.attempt().account().value())
                .text(a -> a.attempt().channel())
                .text(a -> a.attempt().state().name())
                .text(a -> a.attempt().channelReference())
                .text(a -> a.attempt().channelCode())
                .time(a -> a.attempt().dueAt())
                .integer(a -> a.attempt().inquiries())
                .time(a -> a.attempt().createdAt())
                .time(a -> a.attempt().updatedAt());
    }

    private static void bindMeaning(ArrayColumns.Of<PaymentWrite.Attempt> row) {
        row.text(a -> ofNullable(a.attempt().code(), OutcomeCode::wireName))
                .text(a -> ofNullable(Attention.of(a.payment(), a.attempt()), Attention::wireName));
    }

    private static void bindCapture(ArrayColumns.Of<PaymentWrite> row) {
        row.text(w -> w.payment().captureMethod().name())
                .bigint(w -> w.payment().totals().authorizedMinor())
                .bigint(w -> w.payment().totals().capturedMinor())
                .bigint(w -> w.payment().totals().conflictedMinor());
    }

    private static <T> @Nullable String ofNullable(@Nullable T value, Function<T, String> text) {
        return value == null ? null : text.apply(value);
    }

    private static void bindEvents(ArrayColumns.Of<PaymentWrite.Event> row) {
        row.uuid(e -> e.payment().merchantId().value())
                .uuid(e -> e.payment().id().value())
                .integer(e -> e.payment().version())
                .uuid(e -> e.id().value())
                .text(e -> e.change().type())
                .text(e -> e.change().from().name())
                .text(e -> e.payment().state().name())
                .text(e -> e.change().reason())
                .time(e -> e.payment().updatedAt())
                .text(PaymentWrite.Event::body)
                .text(PaymentWrite.Event::traceparent);
    }

    private static @Nullable String key(PaymentWrite write) {
        return ofKey(write, IdempotencyKey::key);
    }

    private static @Nullable String ofKey(PaymentWrite write, Function<IdempotencyKey, String> part) {
        return write.idempotency() == null ? null : part.apply(write.idempotency());
    }

    private static @Nullable String ofFailure(PaymentWrite write, Function<Failure, String> part) {
        Failure failure = write.payment().failure();
        return failure == null ? null : part.apply(failure);
    }
}
