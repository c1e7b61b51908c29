package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.json.PaymentReader;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.r2dbc.Settlement.KeyTaken;
import io.sluice.core.payment.r2dbc.Settlement.Overtaken;
import io.sluice.core.payment.r2dbc.Settlement.Repeated;
import io.sluice.core.r2dbc.ArrayColumns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Why writes left no trace. Asked in statements of their own, for the rows that were in the way may have been committed
 * while the batch waited for them, and its snapshot does not show them.
 */
final class Refusals {

    /** The payment behind a key, as it stood after each of its first transitions. */
    private static final String CLAIMS = """
            select w.payment_id, i.fingerprint, e.bodies
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])
                as w (merchant_id, payment_id, route, idempotency_key)
            cross join lateral (
                select * from sluice.idempotency i
                where i.merchant_id = w.merchant_id and i.route = w.route
                    and i.idempotency_key = w.idempotency_key offset 0) i
            cross join lateral (
                select array_agg(body order by e.sequence) as bodies from sluice.payment_event e
                where e.merchant_id = i.merchant_id and e.payment_id = i.payment_id
                    and e.sequence <= 4 and e.at >= i.created_at offset 0) e""";

    private Refusals() {}

    /** By payment id; the writes that are missing in it were done by an earlier execution of their own. */
    static Mono<Map<UUID, Settlement>> explain(Connection connection, List<PaymentWrite> refused) {
        return OwnEvents.find(connection, refused).flatMap(own -> {
            List<PaymentWrite> others = refused.stream()
                    .filter(write -> !own.contains(WriteStatement.id(write)))
                    .toList();
            List<PaymentWrite> acceptances =
                    others.stream().filter(PaymentWrite::isAcceptance).toList();
            List<PaymentWrite> recordings =
                    others.stream().filter(write -> !write.isAcceptance()).toList();
            return claims(connection, acceptances)
                    .concatWith(overtakings(connection, recordings))
                    .collect(HashMap<UUID, Settlement>::new, (all, some) -> all.putAll(some))
                    .doOnNext(explained -> requireAll(others, explained))
                    .map(explained -> explained);
        });
    }

    private static Flux<Map<UUID, Settlement>> claims(Connection connection, List<PaymentWrite> acceptances) {
        return found(
                connection,
                acceptances.stream()
                        .map(write ->
                                new Claim(write.payment().merchantId().value(), WriteStatement.id(write), key(write)))
                        .toList());
    }

    /** Somebody wants to know of a key; {@code payment} is what he would have made with it. */
    private record Claim(UUID merchant, UUID payment, IdempotencyKey key) {}

    /** What keys stand for, by the place of who asks; those that were never used are missing. */
    static Mono<Map<Integer, Settlement>> claimed(Connection connection, List<ByKey.Question> questions) {
        List<Claim> claims = IntStream.range(0, questions.size())
                .mapToObj(place -> claim(questions.get(place), place))
                .toList();
        return found(connection, claims)
                .collect(HashMap<UUID, Settlement>::new, (all, some) -> all.putAll(some))
                .map(all -> all.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> (int) entry.getKey().getLeastSignificantBits(), Map.Entry::getValue)));
    }

    /** Who only asks would make no payment; his place stands for one. */
    private static Claim claim(ByKey.Question question, int place) {
        return new Claim(question.merchantId().value(), new UUID(0, place), question.key());
    }

    private static Flux<Map<UUID, Settlement>> found(Connection connection, List<Claim> claims) {
        if (claims.isEmpty()) {
            return Flux.empty();
        }
        Map<UUID, byte[]> fingerprints = new HashMap<>();
        claims.forEach(claim -> fingerprints.put(claim.payment(), claim.key().fingerprint()));
        Statement statement = connection.createStatement(CLAIMS);
        new ArrayColumns(statement)
                .of(claims)
                .uuid(Claim::merchant)
                .uuid(Claim::payment)
                .text(claim -> claim.key().route())
                .text(claim -> claim.key().key());
        return Rows.of(statement, row -> Map.of(Rows.uuid(row, "payment_id"), claim(row, fingerprints)));
    }

    private static Settlement claim(Readable row, Map<UUID, byte[]> fingerprints) {
        byte[] asked = fingerprints.get(Rows.uuid(row, "payment_id"));
        byte[] known = Rows.required(row, "fingerprint", byte[].class);
        return Arrays.equals(asked, known)
                ? new Repeated(PaymentReader.firstAnswerable(List.of(Rows.required(row, "bodies", String[].class))))
                : new KeyTaken();
    }

    private static Flux<Map<UUID, Settlement>> overtakings(Connection connection, List<PaymentWrite> recordings) {
        if (recordings.isEmpty()) {
            return Flux.empty();
        }
        return PaymentRows.current(
                        connection,
                        recordings.stream().map(PaymentWrite::payment).toList())
                .map(current -> Map.of(current.id().value(), new Overtaken(current)));
    }

    private static void requireAll(List<PaymentWrite> writes, Map<UUID, Settlement> explained) {
        for (PaymentWrite write : writes) {
            if (!explained.containsKey(WriteStatement.id(write))) {
                PaymentId id = write.payment().id();
                throw new IllegalStateException(
                        write.isAcceptance()
                                ? "the idempotency key of " + id + " was taken, but who took it is gone"
                                : "there is no payment " + id + " to record a decision of");
            }
        }
    }

    private static IdempotencyKey key(PaymentWrite write) {
        return Objects.requireNonNull(write.idempotency());
    }
}
