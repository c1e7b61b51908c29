package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.event.EventBatch;
import io.sluice.core.event.EventStream;
import io.sluice.core.event.PaymentEvent;
import io.sluice.sandbox.simulation.world.Broker;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** A reader of a group: begins at the group's place, goes on in memory, and now and then has to begin again. */
record SimulatedStream(World world) implements EventStream {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final double REBALANCED = 0.02;

    @Override
    public Flux<EventBatch> batches(String group) {
        return world.network
                .ask(Link.BROKER, "read the places of " + group, () -> world.broker.places(group))
                .timeout(PATIENCE)
                .flatMapMany(places -> new Reader(group, places).batches())
                .repeat()
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, Duration.ofSeconds(1)));
    }

    @Override
    public Flux<PaymentEvent> live() {
        return Flux.never();
    }

    private final class Reader {

        private final String group;
        private final int[] places;
        private int turn;

        Reader(String group, int[] places) {
            this.group = group;
            this.places = places;
        }

        /** Ends when the group is divided anew. */
        Flux<EventBatch> batches() {
            return Mono.defer(this::poll)
                    .repeatWhenEmpty(polls -> polls.delayElements(POLL))
                    .repeat(() -> !world.chance().of(REBALANCED))
                    .cast(EventBatch.class);
        }

        private Mono<Batch> poll() {
            return world.network
                    .ask(Link.BROKER, "", this::read)
                    .timeout(PATIENCE)
                    .filter(batch -> !batch.events().isEmpty())
                    .doOnNext(batch -> places[batch.partition()] = batch.end());
        }

        private Batch read() {
            Batch batch = null;
            for (int i = 0; i < Broker.PARTITIONS; i++) {
                int partition = turn++ % Broker.PARTITIONS;
                int limit = world.chance().between(1, 6);
                List<PaymentEvent> events = world.broker.read(partition, places[partition], limit);
                batch = new Batch(group, partition, places[partition] + events.size(), events);
                if (!events.isEmpty()) {
                    world.time.stir();
                    return batch;
                }
            }
            return Objects.requireNonNull(batch);
        }
    }

    private final class Batch implements EventBatch {

        private final String group;
        private final int partition;
        private final int end;
        private final List<PaymentEvent> events;

        Batch(String group, int partition, int end, List<PaymentEvent> events) {
            this.group = group;
            this.partition = partition;
            this.end = end;
            this.events = events;
        }

        int partition() {
            return partition;
        }

        int end() {
            return end;
        }

        @Override
        public List<PaymentEvent> events() {
            return events;
        }

        @Override
        public Mono<Void> acknowledge() {
            String what = group + " acknowledges " + partition + " up to " + end;
            return world.network
                    .ask(Link.BROKER, what, () -> world.broker.acknowledge(group, partition, end))
                    .timeout(PATIENCE)
                    .then();
        }
    }
}
