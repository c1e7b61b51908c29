package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.json.PaymentReader;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.payment.model.PaymentTotals;
import io.sluice.core.r2dbc.ArrayColumns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Reads payments with their attempts: a row an attempt, the payment's columns repeated in each. */
public final class PaymentRows {

    static final String COLUMNS = """
            select
                p.merchant_id, p.payment_id, p.merchant_order_no, p.amount_minor, p.currency, p.fee_minor, p.method,
                p.description, p.payer, p.metadata, p.state, p.next_action, p.failure_code, p.failure_message,
                p.version, p.created_at, p.updated_at, p.expires_at, p.capture_method,
                p.authorized_minor, p.capture_reserved_minor, p.captured_minor, p.refund_reserved_minor, p.refunded_minor,
                p.conflicted_minor, p.give_back_reserved_minor, p.agreement_id,
                a.attempt_id, a.account_id, a.channel, a.state as attempt_state, a.channel_reference, a.channel_code,
                a.outcome_code, a.due_at, a.inquiries, a.created_at as attempt_created_at, a.updated_at as attempt_updated_at,
                a.over_before
            """;
    private static final String ATTEMPTS = "join sluice.attempt a using (merchant_id, payment_id) ";

    static final String BY_ID = COLUMNS + "from sluice.payment p " + ATTEMPTS
            + "where p.merchant_id = $1 and p.payment_id = $2 order by a.attempt_id";

    static final String PAGE = page("");
    static final String PAGE_OF_ORDER = page("and merchant_order_no = $4 ");

    private static final String BY_IDS = COLUMNS
            + "from unnest($1::uuid[], $2::uuid[]) as w (merchant_id, payment_id) "
            + "cross join lateral (select * from sluice.payment p "
            + "where p.merchant_id = w.merchant_id and p.payment_id = w.payment_id offset 0) p "
            + "cross join lateral (select * from sluice.attempt a "
            + "where a.merchant_id = w.merchant_id and a.payment_id = w.payment_id offset 0) a "
            + "order by p.payment_id, a.attempt_id";

    private PaymentRows() {}

    private static String page(String condition) {
        return COLUMNS + "from (select * from sluice.payment where merchant_id = $1 and payment_id < $2 " + condition
                + "order by payment_id desc limit $3) p " + ATTEMPTS + "order by p.payment_id desc, a.attempt_id";
    }

    /** These payments as they stand now. */
    public static Flux<Payment> current(Connection connection, List<Payment> payments) {
        return select(
                connection,
                BY_IDS,
                statement -> new ArrayColumns(statement)
                        .of(payments)
                        .uuid(payment -> payment.merchantId().value())
                        .uuid(payment -> payment.id().value()));
    }

    static Flux<Payment> select(Connection connection, String sql, Consumer<Statement> parameters) {
        Statement statement = connection.createStatement(sql);
        parameters.accept(statement);
        return Rows.of(statement, PaymentRows::withOneAttempt)
                .bufferUntilChanged(Payment::id)
                .map(PaymentRows::joined);
    }

    static PaymentAttempt attempt(Readable row, String prefix) {
        return new PaymentAttempt(
                new AttemptId(Rows.uuid(row, "attempt_id")),
                new ChannelAccountId(Rows.uuid(row, "account_id")),
                Rows.text(row, "channel"),
                AttemptState.valueOf(Rows.text(row, prefix + "state")),
                Rows.textOrNull(row, "channel_reference"),
                Rows.textOrNull(row, "channel_code"),
                PaymentReader.code(Rows.textOrNull(row, "outcome_code")),
                row.get("due_at", Instant.class),
                Rows.integer(row, "inquiries"),
                Rows.time(row, prefix + "created_at"),
                Rows.time(row, prefix + "updated_at"),
                overBefore(row));
    }

    private static @Nullable AttemptState overBefore(Readable row) {
        String state = Rows.textOrNull(row, "over_before");
        return state == null ? null : AttemptState.valueOf(state);
    }

    static Payment withOneAttempt(Readable row) {
        String currency = Rows.text(row, "currency");
        return new Payment(
                new MerchantId(Rows.uuid(row, "merchant_id")),
                new PaymentId(Rows.uuid(row, "payment_id")),
                Rows.text(row, "merchant_order_no"),
                Money.of(Rows.bigint(row, "amount_minor"), currency),
                Money.of(Rows.bigint(row, "fee_minor"), currency),
                Rows.text(row, "method"),
                CaptureMethod.valueOf(Rows.text(row, "capture_method")),
                Rows.text(row, "description"),
                Rows.textOrNull(row, "payer"),
                agreement(row),
                PaymentReader.metadata(Rows.text(row, "metadata")),
                PaymentState.valueOf(Rows.text(row, "state")),
                PaymentReader.nextAction(Rows.textOrNull(row, "next_action")),
                failure(row),
                List.of(attempt(row, "attempt_")),
                totals(row),
                Rows.integer(row, "version"),
                Rows.time(row, "created_at"),
                Rows.time(row, "updated_at"),
                Rows.time(row, "expires_at"));
    }

    private static @Nullable AgreementId agreement(Readable row) {
        UUID id = row.get("agreement_id", UUID.class);
        return id == null ? null : new AgreementId(id);
    }

    private static PaymentTotals totals(Readable row) {
        return new PaymentTotals(
                Rows.bigint(row, "authorized_minor"),
                Rows.bigint(row, "capture_reserved_minor"),
                Rows.bigint(row, "captured_minor"),
                Rows.bigint(row, "refund_reserved_minor"),
                Rows.bigint(row, "refunded_minor"),
                Rows.bigint(row, "conflicted_minor"),
                Rows.bigint(row, "give_back_reserved_minor"));
    }

    private static @Nullable Failure failure(Readable row) {
        String code = Rows.textOrNull(row, "failure_code");
        return code == null ? null : new Failure(code, Rows.text(row, "failure_message"));
    }

    /** @param rows of one payment, an attempt each */
    static Payment joined(List<Payment> rows) {
        Payment payment = rows.getFirst();
        return rows.size() == 1
                ? payment
                : payment.with(rows.stream().map(Payment::lastAttempt).toList());
    }
}
