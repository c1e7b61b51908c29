package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.r2dbc.ByAttempt.Question;
import io.sluice.core.r2dbc.ArrayColumns;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Reads the payments that attempts belong to, those of many askers by one statement. */
final class ByAttempt implements GatheredRead<Question, Payment> {

    /** One plan for all batches, made once, that is right whatever the tables' statistics are at that moment. */
    static final List<String> SESSION = List.of(
            "set plan_cache_mode = force_generic_plan",
            "set enable_seqscan = off",
            "set enable_bitmapscan = off",
            "set jit = off");

    /**
     * Asks for the first at or after a key, in the key's order, and then whether it is the one: of equal keys alone, on
     * near-empty tables, the planner would take any index that begins with the merchant, and filter.
     */
    static final String SQL = PaymentRows.COLUMNS
            + ", w.asked from unnest($1::uuid[], $2::uuid[]) with ordinality as w (merchant_id, attempt_id, asked) "
            + "cross join lateral (select * from sluice.attempt k "
            + "where k.merchant_id = w.merchant_id and k.attempt_id >= w.attempt_id order by k.attempt_id limit 1) k "
            + "cross join lateral (select * from sluice.payment p "
            + "where p.merchant_id = w.merchant_id and p.payment_id >= k.payment_id order by p.payment_id limit 1) p "
            + "cross join lateral (select * from sluice.attempt a "
            + "where a.merchant_id = w.merchant_id and a.payment_id = k.payment_id offset 0) a "
            + "where k.attempt_id = w.attempt_id and p.payment_id = k.payment_id order by w.asked, a.attempt_id";

    /** What one caller wants to know. */
    record Question(MerchantId merchantId, AttemptId attempt) {}

    /** A payment with one of its attempts, and the place in the batch of whoever asked for it. */
    private record Found(int place, Payment payment) {}

    @Override
    public Mono<Void> prepare(Connection connection) {
        return SessionSettings.set(connection, SESSION);
    }

    @Override
    public Mono<List<Optional<Payment>>> execute(Connection connection, List<Question> questions) {
        Statement statement = connection.createStatement(SQL);
        new ArrayColumns(statement)
                .of(questions)
                .uuid(question -> question.merchantId().value())
                .uuid(question -> question.attempt().value());
        return Rows.of(statement, ByAttempt::found)
                .bufferUntilChanged(Found::place)
                .collect(() -> GatheredRead.unanswered(questions), ByAttempt::answer);
    }

    private static void answer(List<Optional<Payment>> answers, List<Found> payment) {
        List<Payment> rows = payment.stream().map(Found::payment).toList();
        answers.set(payment.getFirst().place(), Optional.of(PaymentRows.joined(rows)));
    }

    private static Found found(Readable row) {
        return new Found(Math.toIntExact(Rows.bigint(row, "asked")) - 1, PaymentRows.withOneAttempt(row));
    }
}
