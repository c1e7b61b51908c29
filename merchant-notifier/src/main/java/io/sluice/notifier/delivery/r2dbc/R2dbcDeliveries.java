package io.sluice.notifier.delivery.r2dbc;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.GatheringWriter;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.Deliveries;
import io.sluice.notifier.delivery.model.Attempt;
import io.sluice.notifier.delivery.model.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queue in the schema {@code webhook}; each statement is a transaction. */
public final class R2dbcDeliveries implements Deliveries {

    private static final String RELEASE = """
            update webhook.delivery d
            set lease = null, due_at = now(), again = false, updated_at = now()
            from unnest(:merchants::uuid[], :endpoints::uuid[], :events::uuid[], :leases::uuid[])
                 as r (merchant_id, endpoint_id, event_id, lease)
            where d.merchant_id = r.merchant_id and d.endpoint_id = r.endpoint_id and d.event_id = r.event_id
              and d.lease = r.lease
            """;

    /** Nobody waits for a record, and a delivery's place on the way is free before it. */
    private static final Duration BETWEEN_RECORDS = Duration.ofMillis(50);

    private final DatabaseClient database;
    private final GatheringWriter<Attempt, Boolean> records;

    /**
     * @param pool for statements now and then
     * @param connections from where the lane that records attempts has one of its own
     * @param patience how long a record waits while the database is away
     */
    public R2dbcDeliveries(
            ConnectionFactory pool, ConnectionFactory connections, Duration patience, MeterRegistry meters) {
        this.database = DatabaseClient.create(pool);
        this.records = GatheringWriter.over(
                connections,
                new RecordStatement(),
                GatheringOptions.named("webhook-attempts")
                        .withBatch(512)
                        .withPatience(patience, patience)
                        .withRest(BETWEEN_RECORDS),
                meters);
    }

    @Override
    public Mono<Queued> enqueue(List<PaymentEvent> events, Rooms rooms, Duration lease) {
        return EnqueueStatement.run(database, events, rooms, lease);
    }

    @Override
    public Flux<WebhookEndpointId> waiting() {
        return WaitingStatements.waiting(database);
    }

    @Override
    public Flux<Delivery> take(Map<WebhookEndpointId, Integer> rooms, Duration lease) {
        return TakeStatement.run(database, rooms, lease);
    }

    @Override
    public Mono<Void> record(Attempt attempt) {
        return records.write(attempt).then();
    }

    @Override
    public Mono<Void> release(List<Delivery> deliveries) {
        return database.sql(RELEASE)
                .bind(
                        "merchants",
                        Columns.uuids(
                                deliveries, delivery -> delivery.merchantId().value()))
                .bind(
                        "endpoints",
                        Columns.uuids(
                                deliveries, delivery -> delivery.endpointId().value()))
                .bind(
                        "events",
                        Columns.uuids(deliveries, delivery -> delivery.eventId().value()))
                .bind("leases", Columns.uuids(deliveries, Delivery::lease))
                .fetch()
                .rowsUpdated()
                .then();
    }

    @Override
    public Mono<Long> cancelOrphans() {
        return WaitingStatements.cancelOrphans(database);
    }

    @Override
    public Mono<Backlog> backlog() {
        return WaitingStatements.backlog(database);
    }

    /** Completes when what is being recorded is recorded. */
    public Mono<Void> close() {
        return records.close();
    }
}
