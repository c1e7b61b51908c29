package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.Deliveries;
import io.sluice.notifier.delivery.model.Attempt;
import io.sluice.notifier.delivery.model.Delivery;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queue of webhooks over the network. */
record SimulatedDeliveries(World world) implements Deliveries {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public Mono<Queued> enqueue(List<PaymentEvent> events, Rooms rooms, Duration lease) {
        int room = rooms.byEndpoint().getOrDefault(world.endpoint, rooms.ofOthers());
        return ask("enqueue " + events.size() + " events", () -> world.queue.enqueue(events, room, lease));
    }

    @Override
    public Flux<WebhookEndpointId> waiting() {
        return ask("", () -> world.queue.isDue())
                .filter(due -> due)
                .map(due -> world.endpoint)
                .flux();
    }

    @Override
    public Flux<Delivery> take(Map<WebhookEndpointId, Integer> rooms, Duration lease) {
        int room = rooms.getOrDefault(world.endpoint, 0);
        return ask("take webhooks", () -> world.queue.take(room, lease)).flatMapIterable(taken -> taken);
    }

    @Override
    public Mono<Void> record(Attempt attempt) {
        String what = "record webhook " + attempt.delivery().eventId() + " " + attempt.verdict();
        return ask(what, () -> world.queue.record(attempt)).then();
    }

    @Override
    public Mono<Void> release(List<Delivery> deliveries) {
        return ask("release webhooks", () -> world.queue.release(deliveries)).then();
    }

    @Override
    public Mono<Long> cancelOrphans() {
        return Mono.just(0L);
    }

    @Override
    public Mono<Backlog> backlog() {
        return Mono.just(new Backlog(0, Duration.ZERO));
    }

    private <T> Mono<T> ask(String what, Supplier<T> request) {
        return world.network.ask(Link.QUEUE, what, request).timeout(PATIENCE);
    }
}
