package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.event.EventPublisher;
import io.sluice.core.event.PaymentEvent;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Publishes a few events at a time, so that what fails has often published a first part. */
record SimulatedPublisher(World world) implements EventPublisher {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 2;

    @Override
    public Mono<Void> publish(List<PaymentEvent> events) {
        return Flux.fromIterable(events).buffer(AT_ONCE).concatMap(this::send).then();
    }

    private Mono<Integer> send(List<PaymentEvent> part) {
        List<String> what = part.stream()
                .map(event -> event.paymentId() + " " + event.type() + " " + event.sequence())
                .toList();
        return world.network
                .ask(Link.BROKER, "publish " + what, () -> world.broker.append(part))
                .timeout(PATIENCE);
    }
}
