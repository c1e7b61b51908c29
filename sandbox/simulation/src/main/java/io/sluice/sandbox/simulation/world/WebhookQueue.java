package io.sluice.sandbox.simulation.world;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.Deliveries.Queued;
import io.sluice.notifier.delivery.model.Attempt;
import io.sluice.notifier.delivery.model.Delivery;
import io.sluice.notifier.delivery.model.DeliveryState;
import io.sluice.notifier.delivery.model.Verdict;
import io.sluice.sandbox.simulation.time.Chance;
import io.sluice.sandbox.simulation.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The notifier's tables, with one endpoint that wants everything. Its clock is the world's, as a database's is. */
public final class WebhookQueue {

    /** Several times what a notifier that was called takes, and well below the pause between two of its polls. */
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private static final class Row {

        private final PaymentEvent event;
        private final Instant since;
        private boolean fresh = true;
        private DeliveryState state = DeliveryState.PENDING;
        private Instant dueAt;
        private @Nullable UUID lease;
        private int failures;

        Row(PaymentEvent event, Instant dueAt) {
            this.event = event;
            this.since = dueAt;
            this.dueAt = dueAt;
        }

        boolean isLeasedTo(Delivery delivery) {
            return Objects.equals(lease, delivery.lease());
        }
    }

    private final SimulatedTime time;
    private final Chance chance;
    private final WebhookEndpointId endpoint;
    private final Map<EventId, Row> rows = new LinkedHashMap<>();
    private final List<String> late = new ArrayList<>();

    public WebhookQueue(SimulatedTime time, Chance chance, WebhookEndpointId endpoint) {
        this.time = time;
        this.chance = chance;
        this.endpoint = endpoint;
    }

    public Queued enqueue(List<PaymentEvent> events, int room, Duration lease) {
        List<Row> fresh = new ArrayList<>();
        for (PaymentEvent event : events) {
            Row row = new Row(event, time.instant());
            if (rows.putIfAbsent(event.id(), row) == null) {
                fresh.add(row);
            }
        }
        List<Delivery> taken = lease(fresh.stream().limit(room), lease);
        return new Queued(taken, fresh.size() > taken.size() ? Set.of(endpoint) : Set.of());
    }

    public boolean isDue() {
        return pending().anyMatch(row -> !row.dueAt.isAfter(time.instant()));
    }

    public @Nullable Instant nextDue() {
        return pending().map(row -> row.dueAt).min(Comparator.naturalOrder()).orElse(null);
    }

    private Stream<Row> pending() {
        return rows.values().stream().filter(row -> row.state == DeliveryState.PENDING);
    }

    public List<Delivery> take(int room, Duration lease) {
        return lease(
                pending()
                        .filter(row -> !row.dueAt.isAfter(time.instant()))
                        .sorted(Comparator.comparing(row -> row.dueAt))
                        .limit(room),
                lease);
    }

    private List<Delivery> lease(Stream<Row> rows, Duration lease) {
        UUID token = new UUID(chance.bits(), chance.bits());
        return rows.map(row -> {
                    requireSoon(row);
                    row.lease = token;
                    row.dueAt = time.instant().plus(lease);
                    return delivery(row, token);
                })
                .toList();
    }

    private void requireSoon(Row row) {
        Duration waited = Duration.between(row.since, time.instant());
        if (row.fresh && World.isAtPeace(time) && waited.compareTo(AT_ONCE) > 0) {
            late.add("webhook " + row.event.id() + " waited " + waited.toMillis() + " ms to be sent first");
        }
        row.fresh = false;
    }

    /** Webhooks that were sent late though nothing was wrong. */
    public List<String> sentLate() {
        return List.copyOf(late);
    }

    private Delivery delivery(Row row, UUID lease) {
        PaymentEvent event = row.event;
        return new Delivery(
                event.merchantId(), endpoint, event.id(), event.paymentId(), lease, row.failures, event.body(), null);
    }

    public boolean record(Attempt attempt) {
        Row row = row(attempt.delivery());
        if (!row.isLeasedTo(attempt.delivery())) {
            return false;
        }
        row.state = attempt.verdict().state();
        row.failures = attempt.delivered() ? 0 : row.failures + 1;
        row.lease = null;
        if (attempt.verdict() instanceof Verdict.Retry retry) {
            row.dueAt = time.instant().plus(retry.delay());
        }
        return true;
    }

    public int release(List<Delivery> deliveries) {
        deliveries.stream()
                .filter(delivery -> row(delivery).isLeasedTo(delivery))
                .map(this::row)
                .forEach(row -> {
                    row.lease = null;
                    row.dueAt = time.instant();
                });
        return deliveries.size();
    }

    private Row row(Delivery delivery) {
        return Objects.requireNonNull(rows.get(delivery.eventId()));
    }
}
