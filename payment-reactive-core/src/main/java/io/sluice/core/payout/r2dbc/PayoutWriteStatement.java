package io.sluice.core.payout.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import io.sluice.core.gather.BatchStatement;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.payout.r2dbc.PayoutSettlement.Overtaken;
import io.sluice.core.payout.r2dbc.PayoutSettlement.Wanting;
import io.sluice.core.payout.r2dbc.PayoutSettlement.Written;
import io.sluice.core.r2dbc.ArrayColumns;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes payouts a batch at a time, one of a merchant and currency in each: they take from one row. */
final class PayoutWriteStatement implements BatchStatement<PayoutWrite, PayoutSettlement> {

    private static final String OWN_EVENTS = """
            select w.payout_id
            from unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[], $5::uuid[])
                as w (merchant_id, payout_id, sequence, at, event_id)
            cross join lateral (
                select from sluice.payment_event e
                where e.merchant_id = w.merchant_id and e.payment_id = w.payout_id
                    and e.sequence = w.sequence and e.at = w.at and e.event_id = w.event_id offset 0) e""";

    @Override
    public Object key(PayoutWrite write) {
        return write.fund();
    }

    /** An opened fund stays when the batch is not written: it says that nothing was taken, which is true. */
    @Override
    public Mono<List<PayoutSettlement>> execute(Connection connection, List<PayoutWrite> writes) {
        Statement funds = connection.createStatement(PayoutWriteSql.OPEN_FUNDS);
        PayoutWriteSql.bindFunds(funds, writes);
        return Rows.of(funds, row -> row).then(Mono.defer(() -> write(connection, writes)));
    }

    private static Mono<List<PayoutSettlement>> write(Connection connection, List<PayoutWrite> writes) {
        Statement statement = connection.createStatement(PayoutWriteSql.TEXT);
        PayoutWriteSql.bind(statement, writes);
        return Rows.of(statement, Answer::of)
                .collect(Collectors.toMap(Answer::payout, Function.identity()))
                .flatMap(answers -> settle(connection, writes, answers));
    }

    private static Mono<List<PayoutSettlement>> settle(
            Connection connection, List<PayoutWrite> writes, Map<UUID, Answer> answers) {
        List<PayoutWrite> refused = writes.stream()
                .filter(write -> !answer(answers, write).written())
                .toList();
        Mono<Set<UUID>> own = refused.isEmpty() ? Mono.just(Set.of()) : ownEvents(connection, refused);
        return own.flatMapMany(done -> Flux.fromIterable(writes)
                        .concatMap(write -> answer(answers, write).written() || done.contains(write.id())
                                ? Mono.just(new Written(write.payout()))
                                : refusal(connection, write, answer(answers, write))))
                .collectList();
    }

    /** The statement answers every write that it was given. */
    private static Answer answer(Map<UUID, Answer> answers, PayoutWrite write) {
        return Objects.requireNonNull(answers.get(write.id()), "the statement did not answer " + write.id());
    }

    /** Rare, and a question each. What is refused for want of money may have been granted to the same request before. */
    private static Mono<PayoutSettlement> refusal(Connection connection, PayoutWrite write, Answer answer) {
        IdempotencyKey key = write.idempotency();
        Mono<PayoutSettlement> otherwise =
                answer.wanting() ? Mono.just(new Wanting()) : Mono.defer(() -> overtaken(connection, write));
        return key == null
                ? otherwise
                : PayoutClaims.find(connection, write.payout().merchantId(), key)
                        .switchIfEmpty(otherwise);
    }

    private static Mono<PayoutSettlement> overtaken(Connection connection, PayoutWrite write) {
        Statement statement = connection
                .createStatement(PayoutRows.BY_ID)
                .bind(0, write.payout().merchantId().value())
                .bind(1, write.id());
        return Rows.of(statement, PayoutRows::payout)
                .<PayoutSettlement>map(Overtaken::new)
                .singleOrEmpty()
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "there is no payout " + write.payout().id() + " to decide about")));
    }

    @Override
    public Mono<List<Optional<PayoutSettlement>>> lookUp(Connection connection, List<PayoutWrite> writes) {
        return ownEvents(connection, writes)
                .map(found -> writes.stream()
                        .map(write -> found.contains(write.id())
                                ? Optional.<PayoutSettlement>of(new Written(write.payout()))
                                : Optional.<PayoutSettlement>empty())
                        .toList());
    }

    private static Mono<Set<UUID>> ownEvents(Connection connection, List<PayoutWrite> writes) {
        Statement statement = connection.createStatement(OWN_EVENTS);
        new ArrayColumns(statement)
                .of(writes)
                .uuid(w -> w.payout().merchantId().value())
                .uuid(PayoutWrite::id)
                .integer(w -> w.events().getFirst().payout().version())
                .time(w -> w.events().getFirst().payout().updatedAt())
                .uuid(w -> w.events().getFirst().id().value());
        return Rows.of(statement, row -> Rows.uuid(row, "payout_id")).collect(Collectors.toSet());
    }

    /** @param wanting whether less was available than it takes */
    private record Answer(UUID payout, boolean written, boolean wanting) {

        static Answer of(Readable row) {
            return new Answer(
                    Rows.uuid(row, "payout_id"),
                    Rows.required(row, "written", Boolean.class),
                    Rows.required(row, "short", Boolean.class));
        }
    }
}
