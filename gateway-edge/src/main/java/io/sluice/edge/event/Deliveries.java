package io.sluice.edge.event;

import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.r2dbc.StoreReads;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import java.util.Objects;
import org.springframework.r2dbc.BadSqlGrammarException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Webhook deliveries, through the view and the function that the notifier's schema publishes. */
@Component
final class Deliveries {

    private final DatabaseClient database;

    Deliveries(DatabaseClient database) {
        this.database = database;
    }

    /** Attempts as JSON texts, oldest first. */
    Flux<String> attempts(MerchantId merchant, EventId event) {
        return database.sql("select body from webhook.delivery_attempt_json where merchant_id = $1 and event_id = $2"
                        + " order by endpoint_id, attempt")
                .bind(0, merchant.value())
                .bind(1, event.value())
                .map(row -> Objects.requireNonNull(row.get("body", String.class)))
                .all()
                .transform(StoreReads::bounded)
                .onErrorMap(BadSqlGrammarException.class, Deliveries::notYet);
    }

    /** How many deliveries were made due again. */
    Mono<Integer> redeliver(MerchantId merchant, EventId event) {
        return database.sql("select webhook.redeliver($1, $2)")
                .bind(0, merchant.value())
                .bind(1, event.value())
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                .all()
                .transform(StoreReads::bounded)
                .next()
                .onErrorMap(BadSqlGrammarException.class, Deliveries::notYet);
    }

    private static ProblemException notYet(Throwable missingSchema) {
        return new ProblemException(
                Problem.of(503, "webhooks_unavailable", "The notifier was never started on this database.")
                        .retryAfter(5));
    }
}
