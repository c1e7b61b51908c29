package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.sluice.core.audit.Actor;
import io.sluice.core.audit.r2dbc.AuditLine;
import io.sluice.core.audit.r2dbc.AuditedChanges;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.DecisionRecords;
import io.sluice.core.payment.model.Attention;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What needs people, by the partial index on attempts; what they said, in a table of its own. */
public final class R2dbcDecisionRecords implements DecisionRecords {

    private static final String WAITING = """
            select merchant_id, payment_id, attention, updated_at from sluice.attempt
            where attention is not null""";

    private static final String INSERT = """
            insert into sluice.payment_decision as known (
                merchant_id, payment_id, version, operator, decision, channel_reference, evidence)
            values (:merchant, :payment, :version, :operator, :decision, :reference, :evidence)
            on conflict (merchant_id, payment_id, version, operator) do update
            set decision = excluded.decision, channel_reference = excluded.channel_reference,
                evidence = excluded.evidence, at = now()""";

    private static final String SAME = """
            select operator from sluice.payment_decision
            where merchant_id = :merchant and payment_id = :payment and version = :version and decision = :decision""";

    private final DatabaseClient database;
    private final AuditedChanges changes;

    public R2dbcDecisionRecords(ConnectionFactory connections) {
        this.database = DatabaseClient.create(connections);
        this.changes = new AuditedChanges(connections);
    }

    @Override
    public Flux<Waiting> waiting(@Nullable Attention kind, int limit) {
        return database.sql(WAITING + " and attention = any(:kinds) order by updated_at limit :limit")
                .bind("kinds", kinds(kind))
                .bind("limit", limit)
                .map(R2dbcDecisionRecords::read)
                .all();
    }

    private static String[] kinds(@Nullable Attention kind) {
        return kind == null
                ? Arrays.stream(Attention.values()).map(Attention::wireName).toArray(String[]::new)
                : new String[] {kind.wireName()};
    }

    @Override
    public Mono<Waiting> waiting(PaymentId id) {
        return database.sql(WAITING + " and payment_id = :payment limit 1")
                .bind("payment", id.value())
                .map(R2dbcDecisionRecords::read)
                .one();
    }

    private static Waiting read(Readable row) {
        return new Waiting(
                new MerchantId(Rows.uuid(row, "merchant_id")),
                new PaymentId(Rows.uuid(row, "payment_id")),
                Attention.valueOf(Rows.text(row, "attention").toUpperCase(Locale.ROOT)),
                Rows.time(row, "updated_at"));
    }

    @Override
    public Mono<Set<String>> record(Actor operator, Payment payment, Decision decision) {
        Mono<Long> recorded = insert(operator, payment, decision);
        return changes.make(operator, recorded, rows -> line(payment, decision)).then(same(payment, decision));
    }

    @Override
    public Mono<Set<String>> by(Payment payment, Decision decision) {
        return same(payment, decision);
    }

    private Mono<Long> insert(Actor operator, Payment payment, Decision decision) {
        DatabaseClient.GenericExecuteSpec insert = of(database.sql(INSERT), payment, decision)
                .bind("operator", operator.name())
                .bind("evidence", decision.evidence());
        String reference = decision.channelReference();
        return (reference == null ? insert.bindNull("reference", String.class) : insert.bind("reference", reference))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Set<String>> same(Payment payment, Decision decision) {
        return of(database.sql(SAME), payment, decision)
                .map(row -> Rows.text(row, "operator"))
                .all()
                .collect(Collectors.toSet());
    }

    private static DatabaseClient.GenericExecuteSpec of(
            DatabaseClient.GenericExecuteSpec statement, Payment payment, Decision decision) {
        return statement
                .bind("merchant", payment.merchantId().value())
                .bind("payment", payment.id().value())
                .bind("version", payment.version())
                .bind("decision", decision.kind().wireName());
    }

    private static AuditLine line(Payment payment, Decision decision) {
        return new AuditLine(
                "payment.decide",
                payment.id(),
                Map.of(
                        "decision", decision.kind().wireName(),
                        "version", payment.version(),
                        "evidence", decision.evidence()));
    }
}
