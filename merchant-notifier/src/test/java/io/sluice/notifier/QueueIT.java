package io.sluice.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.Deliveries.Queued;
import io.sluice.notifier.delivery.Deliveries.Rooms;
import io.sluice.notifier.delivery.model.Attempt;
import io.sluice.notifier.delivery.model.Delivery;
import io.sluice.notifier.delivery.model.Exchange;
import io.sluice.notifier.delivery.model.Verdict;
import io.sluice.notifier.delivery.r2dbc.R2dbcDeliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The queue's promises, one by one, on a real PostgreSQL. */
class QueueIT {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Ground ground;
    private static R2dbcDeliveries queue;

    private final MerchantId merchant = MerchantId.next();
    private WebhookEndpointId endpoint;

    @BeforeAll
    static void start() throws Exception {
        ground = new Ground().withCore();
        Flyway.configure()
                .dataSource(ground.database().jdbcUrl(), ground.database().user(), "")
                .locations("classpath:db/migration/webhook")
                .defaultSchema("webhook")
                .load()
                .migrate();
        ConnectionFactory connections =
                ConnectionFactories.get(ground.database().r2dbcUrl());
        queue = new R2dbcDeliveries(connections, connections, PATIENCE, new SimpleMeterRegistry());
    }

    @AfterAll
    static void stop() {
        queue.close().block(PATIENCE);
        ground.close();
    }

    @BeforeEach
    void configure() {
        endpoint = ground.endpoint(merchant, "https://shop.example/");
    }

    @Test
    void tellsOfWhatIsNewOnly() {
        List<PaymentEvent> events = List.of(event(), event());
        assertThat(enqueued(events, 0)).isEqualTo(new Queued(List.of(), Set.of(endpoint)));
        assertThat(enqueued(events, 0)).isEqualTo(new Queued(List.of(), Set.of()));
        assertThat(taken(10)).hasSize(2);
    }

    @Test
    void takesAtOnceWhatThereIsRoomFor() {
        WebhookEndpointId other = ground.endpoint(merchant, "https://other.example/");
        PaymentEvent first = event();
        PaymentEvent second = event();
        PaymentEvent third = event();
        Queued queued = got(queue.enqueue(List.of(first, second, third), new Rooms(Map.of(endpoint, 1), 2), LEASE));
        assertThat(queued.taken())
                .extracting(Delivery::endpointId, Delivery::eventId)
                .containsExactlyInAnyOrder(
                        tuple(endpoint, first.id()), tuple(other, first.id()), tuple(other, second.id()));
        assertThat(queued.waiting()).containsExactlyInAnyOrder(endpoint, other);
        assertThat(taken(10))
                .as("the rest is due, and what was taken is not")
                .extracting(Delivery::eventId)
                .containsExactlyInAnyOrder(second.id(), third.id());
    }

    @Test
    void takesAtOnceWhatTakingLaterWouldGive() {
        PaymentEvent event = event();
        Delivery atOnce = enqueued(List.of(event), 1).taken().getFirst();
        queue.release(List.of(atOnce)).block(PATIENCE);
        Delivery later = taken(1).getFirst();
        assertThat(atOnce).usingRecursiveComparison().ignoringFields("lease").isEqualTo(later);
        record(later, new Verdict.Delivered());
        assertThat(ground.rows().attempts(event))
                .extracting(row -> row.get("state"))
                .containsExactly("DELIVERED");
    }

    @Test
    void givesADeliveryToOneTakerOnly() {
        List<PaymentEvent> events =
                IntStream.range(0, 200).mapToObj(_ -> event()).toList();
        enqueued(events, 0);
        List<Delivery> taken = Flux.range(0, 8)
                .flatMap(_ -> queue.take(Map.of(endpoint, 40), LEASE))
                .collectList()
                .block(PATIENCE);
        assertThat(taken).hasSize(200);
        assertThat(taken).extracting(Delivery::eventId).doesNotHaveDuplicates();
        assertThat(taken(10)).isEmpty();
    }

    @Test
    void findsWhatWaitsAndNothingElse() {
        assertThat(waiting()).isEmpty();
        enqueued(List.of(event()), 0);
        assertThat(waiting()).containsExactly(endpoint);
        record(taken(1).getFirst(), new Verdict.Retry(Duration.ofHours(1)));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void offersAgainWhatWasGivenBackOrWhoseLeaseHasEnded() {
        enqueued(List.of(event()), 0);
        Delivery first = taken(1).getFirst();
        queue.release(List.of(first)).block(PATIENCE);
        queue.take(Map.of(endpoint, 1), Duration.ofMillis(1)).blockLast(PATIENCE);
        Eventually.holds(
                () -> assertThat(taken(1)).extracting(Delivery::eventId).containsExactly(first.eventId()));
    }

    @Test
    void recordsNothingForALeaseThatIsSomebodyElses() {
        PaymentEvent event = event();
        enqueued(List.of(event), 0);
        Delivery late =
                got(queue.take(Map.of(endpoint, 1), Duration.ofMillis(1)).next());
        Eventually.holds(() -> assertThat(
                        queue.take(Map.of(endpoint, 1), LEASE).collectList().block(PATIENCE))
                .hasSize(1));
        record(late, new Verdict.Delivered());
        assertThat(ground.rows().attempts(event))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("state", "PENDING")
                        .containsEntry("sending", true)
                        .containsEntry("attempt_no", null));
    }

    @Test
    void recordsAnAttemptOnce() {
        PaymentEvent event = event();
        enqueued(List.of(event), 0);
        Delivery delivery = taken(1).getFirst();
        record(delivery, new Verdict.Retry(Duration.ofMinutes(2)));
        record(delivery, new Verdict.Retry(Duration.ofMinutes(2)));
        assertThat(ground.rows().attempts(event))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("attempt_no", 1)
                        .containsEntry("status", 503)
                        .containsEntry("duration_ms", 12)
                        .containsEntry("error", null));
    }

    @Test
    void sendsOnceMoreWhatIsAskedForWhileItIsOnItsWay() {
        PaymentEvent event = event();
        enqueued(List.of(event), 0);
        Delivery delivery = taken(1).getFirst();
        assertThat(ground.rows().redeliver(event)).isEqualTo(1);
        assertThat(taken(1)).as("it is still on its way").isEmpty();
        record(delivery, new Verdict.Delivered());
        assertThat(taken(1)).extracting(Delivery::eventId).containsExactly(event.id());
    }

    @Test
    void startsTheScheduleAnewWhenAskedAgain() {
        PaymentEvent event = event();
        enqueued(List.of(event), 0);
        record(taken(1).getFirst(), new Verdict.Retry(Duration.ZERO));
        assertThat(taken(1)).extracting(Delivery::failures).containsExactly(1);
        ground.rows()
                .update(
                        "update webhook.delivery set lease = null where event_id = ?",
                        event.id().value());
        ground.rows().redeliver(event);
        assertThat(taken(1)).extracting(Delivery::failures).containsExactly(0);
    }

    @Test
    void cancelsWhatIsDueForAnEndpointThatIsGone() {
        PaymentEvent event = event();
        enqueued(List.of(event), 0);
        ground.rows().update("delete from sluice.webhook_endpoint where endpoint_id = ?", endpoint.value());
        assertThat(waiting()).isEmpty();
        assertThat(queue.cancelOrphans().block(PATIENCE)).isEqualTo(1);
        assertThat(ground.rows().attempts(event))
                .extracting(row -> row.get("state"))
                .containsExactly("CANCELLED");
    }

    /** The statement is the edge's. */
    @Test
    void publishesAttemptsAsTheApiShowsThem() {
        PaymentEvent event = event();
        enqueued(List.of(event), 0);
        record(taken(1).getFirst(), new Verdict.Delivered());
        JsonNode attempt = JsonMapper.shared().readTree((String) ground.rows()
                .query(
                        "select body from webhook.delivery_attempt_json where merchant_id = ? and event_id = ?"
                                + " order by endpoint_id, attempt",
                        merchant.value(),
                        event.id().value())
                .getFirst()
                .get("body"));
        assertThat(attempt.get("event_id").asString()).isEqualTo(event.id().toString());
        assertThat(attempt.get("endpoint_id").asString()).isEqualTo(endpoint.toString());
        assertThat(attempt.get("state").asString()).isEqualTo("DELIVERED");
        assertThat(attempt.get("attempt").asInt()).isEqualTo(1);
        assertThat(attempt.get("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(attempt.get("next_at").isNull()).isTrue();
    }

    @Test
    void countsTheBacklog() {
        enqueued(List.of(event(), event(), event()), 0);
        assertThat(got(queue.backlog()).pending()).isGreaterThanOrEqualTo(3);
    }

    private PaymentEvent event() {
        return Ground.event(merchant, "payment.succeeded");
    }

    private static Queued enqueued(List<PaymentEvent> events, int room) {
        return got(queue.enqueue(events, new Rooms(Map.of(), room), LEASE));
    }

    private List<Delivery> taken(int room) {
        return got(queue.take(Map.of(endpoint, room), LEASE).collectList());
    }

    private List<WebhookEndpointId> waiting() {
        return got(queue.waiting().filter(endpoint::equals).collectList());
    }

    private void record(Delivery delivery, Verdict verdict) {
        Exchange busy = new Exchange.Answered(503, Optional.empty(), "busy");
        queue.record(new Attempt(delivery, Instant.now(), Duration.ofMillis(12), busy, verdict))
                .block(PATIENCE);
    }

    private static <T> T got(Mono<T> mono) {
        return mono.blockOptional(PATIENCE).orElseThrow();
    }
}
