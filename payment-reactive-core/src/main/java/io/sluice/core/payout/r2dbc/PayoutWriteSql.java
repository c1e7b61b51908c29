package io.sluice.core.payout.r2dbc;

import io.r2dbc.spi.Statement;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.r2dbc.ArrayColumns;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that writes payouts together with what they take, their events and their keys, and says of each whether it was
 * written and whether the money was there. The payouts' rows are locked first, then the funds'; a key is claimed only by who
 * found both the version that was decided on and the money: all of a write happens or nothing. A batch has one write a fund.
 */
final class PayoutWriteSql {

    /** A fund that is there can be locked. Before the statement, so that it sees the row. */
    static final String OPEN_FUNDS = """
            insert into sluice.payout_fund (merchant_id, currency, taken_minor)
            select merchant_id, currency, 0 from unnest($1::uuid[], $2::text[]) as f (merchant_id, currency)
            order by merchant_id, currency on conflict do nothing""";

    static final String TEXT = """
            with
            wanted as (
                select * from unnest(
                    $1::uuid[], $2::uuid[], $3::int[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::text[], $10::bigint[], $11::text[], $12::text[], $13::text[], $14::text[], $15::uuid[],
                    $16::text[], $17::text[], $18::text[], $19::text[], $20::text[], $21::text[], $22::timestamptz[],
                    $23::int[], $24::int[], $25::timestamptz[], $26::timestamptz[]) as w (
                    merchant_id, payout_id, expected_version, takes_minor, route, idempotency_key, fingerprint, sealed,
                    merchant_payout_no, amount_minor, currency, payee_type, payee_masked, purpose, account_id,
                    channel, state, failure_code, failure_message, channel_reference, channel_code, due_at,
                    inquiries, version, created_at, updated_at)),
            standing as materialized (
                select p.merchant_id, p.payout_id
                from sluice.payout p join wanted w on p.merchant_id = w.merchant_id and p.payout_id = w.payout_id
                    and p.version = w.expected_version
                order by p.payout_id for update of p),
            found as materialized (
                select merchant_id, payout_id from standing
                union all select merchant_id, payout_id from wanted where expected_version = 0),
            -- Who waits here for another writer reads what that one took.
            locked as materialized (
                select f.merchant_id, f.currency, f.taken_minor
                from sluice.payout_fund f
                join wanted w on w.merchant_id = f.merchant_id and w.currency = f.currency and w.takes_minor <> 0
                where w.payout_id in (select payout_id from found)
                order by f.merchant_id, f.currency for update of f),
            funded as materialized (
                select w.merchant_id, w.payout_id,
                    case when w.takes_minor <= 0 then true
                        else l.taken_minor + w.takes_minor <= sluice.payout_ceiling(w.merchant_id, w.currency) end as enough
                from wanted w join found using (merchant_id, payout_id)
                left join locked l on l.merchant_id = w.merchant_id and l.currency = w.currency),
            claimed as (
                insert into sluice.idempotency (
                    merchant_id, route, idempotency_key, fingerprint, payout_id, created_at)
                select w.merchant_id, w.route, w.idempotency_key, decode(w.fingerprint, 'hex'), w.payout_id, w.created_at
                from wanted w join funded f using (merchant_id, payout_id)
                where f.enough and w.idempotency_key is not null
                on conflict do nothing
                returning payout_id),
            decided as materialized (
                select w.* from wanted w join funded f using (merchant_id, payout_id)
                where f.enough and (w.idempotency_key is null or w.payout_id in (select payout_id from claimed))),
            taken as (
                update sluice.payout_fund f set taken_minor = f.taken_minor + d.takes_minor
                from decided d
                where f.merchant_id = d.merchant_id and f.currency = d.currency and d.takes_minor <> 0),
            created as (
                insert into sluice.payout (
                    merchant_id, payout_id, merchant_payout_no, amount_minor, currency, payee_type, payee_masked,
                    sealed_beneficiary, purpose, account_id, channel, state, failure_code, failure_message,
                    channel_reference, channel_code, due_at, inquiries, version, created_version, created_at,
                    updated_at)
                select
                    merchant_id, payout_id, merchant_payout_no, amount_minor, currency, payee_type, payee_masked,
                    decode(sealed, 'hex'), purpose, account_id, channel, state, failure_code, failure_message,
                    channel_reference, channel_code, due_at, inquiries, version, version, created_at, updated_at
                from decided where expected_version = 0),
            changed as (
                update sluice.payout p
                set state = d.state, failure_code = d.failure_code, failure_message = d.failure_message,
                    channel_reference = d.channel_reference, channel_code = d.channel_code, due_at = d.due_at,
                    inquiries = greatest(p.inquiries, d.inquiries), version = d.version,
                    answered_version = coalesce(p.answered_version, d.version), updated_at = d.updated_at
                from decided d
                where p.merchant_id = d.merchant_id and p.payout_id = d.payout_id and d.expected_version > 0),
            logged as (
                insert into sluice.payment_event (
                    merchant_id, payment_id, sequence, event_id, type, from_state, to_state, reason, at, body,
                    traceparent)
                select
                    e.merchant_id, e.payout_id, e.sequence, e.event_id, e.type, e.from_state, e.to_state, e.reason,
                    e.at, e.body, e.traceparent
                from unnest(
                    $27::uuid[], $28::uuid[], $29::int[], $30::uuid[], $31::text[], $32::text[], $33::text[],
                    $34::text[], $35::timestamptz[], $36::text[], $37::text[]) as e (
                    merchant_id, payout_id, sequence, event_id, type, from_state, to_state, reason, at, body,
                    traceparent)
                join decided d on d.payout_id = e.payout_id)
            select w.payout_id, d.payout_id is not null as written, coalesce(not f.enough, false) as short
            from wanted w
            left join funded f using (merchant_id, payout_id)
            left join decided d using (merchant_id, payout_id)""";

    private static final Comparator<PayoutWrite> LOCK_ORDER = Comparator.comparing(PayoutWrite::id);

    private PayoutWriteSql() {}

    static void bindFunds(Statement statement, List<PayoutWrite> writes) {
        new ArrayColumns(statement)
                .of(writes)
                .uuid(w -> w.fund().merchant())
                .text(w -> w.fund().currency());
    }

    static void bind(Statement statement, List<PayoutWrite> writes) {
        List<PayoutWrite> ordered = writes.stream().sorted(LOCK_ORDER).toList();
        ArrayColumns columns = new ArrayColumns(statement);
        bindDecision(columns.of(ordered));
        bindPayout(columns.of(ordered.stream().map(PayoutWrite::payout).toList()));
        bindEvents(columns.of(
                ordered.stream().flatMap(write -> write.events().stream()).toList()));
    }

    private static void bindDecision(ArrayColumns.Of<PayoutWrite> row) {
        row.uuid(w -> w.payout().merchantId().value())
                .uuid(PayoutWrite::id)
                .integer(w -> w.transition().expectedVersion())
                .bigint(w -> w.transition().takesMinor())
                .text(w -> ofKey(w, IdempotencyKey::route))
                .text(w -> ofKey(w, IdempotencyKey::key))
                .text(w -> ofKey(w, key -> HexFormat.of().formatHex(key.fingerprint())))
                .text(PayoutWrite::sealed);
    }

    private static void bindPayout(ArrayColumns.Of<Payout> row) {
        row.text(Payout::merchantPayoutNo)
                .bigint(p -> p.amount().minor())
                .text(p -> p.amount().currency().getCurrencyCode())
                .text(p -> p.payee().type())
                .text(p -> p.payee().masked())
                .text(Payout::purpose)
                .uuid(p -> p.account().value())
                .text(Payout::channel)
                .text(p -> p.state().name())
                .text(p -> ofFailure(p, Failure::code))
                .text(p -> ofFailure(p, Failure::message))
                .text(Payout::channelReference)
                .text(Payout::channelCode)
                .time(Payout::dueAt)
                .integer(Payout::inquiries)
                .integer(Payout::version)
                .time(Payout::createdAt)
                .time(Payout::updatedAt);
    }

    private static void bindEvents(ArrayColumns.Of<PayoutWrite.Event> row) {
        row.uuid(e -> e.payout().merchantId().value())
                .uuid(e -> e.payout().id().value())
                .integer(e -> e.payout().version())
                .uuid(e -> e.id().value())
                .text(e -> e.change().type())
                .text(e -> e.change().from().name())
                .text(e -> e.payout().state().name())
                .text(e -> e.change().reason())
                .time(e -> e.payout().updatedAt())
                .text(PayoutWrite.Event::body)
                .text(PayoutWrite.Event::traceparent);
    }

    private static @Nullable String ofKey(PayoutWrite write, Function<IdempotencyKey, String> part) {
        return write.idempotency() == null ? null : part.apply(write.idempotency());
    }

    private static @Nullable String ofFailure(Payout payout, Function<Failure, String> part) {
        return payout.failure() == null ? null : part.apply(payout.failure());
    }
}
