package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.r2dbc.ByKey.Question;
import io.sluice.core.r2dbc.ArrayColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Reads what idempotency keys stand for, those of many askers by one statement. Nearly all were never used, which their own
 * table says; only for the others the event log is asked what was answered then.
 */
final class ByKey implements GatheredRead<Question, Settlement> {

    /** One plan for all batches, made once, that is right whatever the table's statistics are at that moment. */
    static final List<String> SESSION = List.of(
            "set plan_cache_mode = force_generic_plan",
            "set enable_hashjoin = off",
            "set enable_mergejoin = off",
            "set enable_seqscan = off",
            "set enable_bitmapscan = off",
            "set jit = off");

    static final String SQL = """
            select w.asked from unnest($1::uuid[], $2::text[], $3::text[])
                with ordinality as w (merchant_id, route, idempotency_key, asked)
            join sluice.idempotency i using (merchant_id, route, idempotency_key)""";

    /** What one caller wants to know. */
    record Question(MerchantId merchantId, IdempotencyKey key) {}

    @Override
    public Mono<Void> prepare(Connection connection) {
        return SessionSettings.set(connection, SESSION);
    }

    @Override
    public Mono<List<Optional<Settlement>>> execute(Connection connection, List<Question> questions) {
        return used(connection, questions)
                .flatMap(places -> places.isEmpty()
                        ? Mono.just(GatheredRead.unanswered(questions))
                        : SessionSettings.planned(
                                        connection,
                                        Refusals.claimed(
                                                connection,
                                                places.stream()
                                                        .map(questions::get)
                                                        .toList()))
                                .map(found -> answers(questions, places, found)));
    }

    /** The places in the batch of keys that were used before. */
    private static Mono<List<Integer>> used(Connection connection, List<Question> questions) {
        Statement statement = connection.createStatement(SQL);
        new ArrayColumns(statement)
                .of(questions)
                .uuid(question -> question.merchantId().value())
                .text(question -> question.key().route())
                .text(question -> question.key().key());
        return Rows.of(statement, row -> Math.toIntExact(Rows.bigint(row, "asked")) - 1)
                .collectList();
    }

    /** @param found by their order among the keys that were used */
    private static List<Optional<Settlement>> answers(
            List<Question> questions, List<Integer> places, Map<Integer, Settlement> found) {
        List<Optional<Settlement>> answers = GatheredRead.unanswered(questions);
        found.forEach((order, settlement) -> answers.set(places.get(order), Optional.of(settlement)));
        return answers;
    }
}
